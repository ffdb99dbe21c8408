import { Console } from './console';
import { FINE, UNUSABLE } from './exit-code';
import { UsageError } from './usage';
import { version } from './version';

const HELP = `cdk8s-daemons: what Kubernetes would say to manifests, without a cluster

  cdk8s-daemons check [FILE | DIRECTORY | -]...   would the API server take it?
  cdk8s-daemons plan [FILE | DIRECTORY | -]... --nodes FILE
                                                  which DaemonSet runs on which node, and why not?
  cdk8s-daemons COMMAND --help                    options of a command
  cdk8s-daemons --version
`;

const COMMANDS = ['check', 'plan'];

/** Runs a command line and returns its exit code. Help and version come at once: a command is loaded when it is asked for. */
export function main(argv: readonly string[], console: Console): number {
  const [command, ...rest] = argv;
  try {
    switch (command) {
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      case 'check': return (require('./check') as typeof import('./check')).checkCommand(rest, console);
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      case 'plan': return (require('./plan') as typeof import('./plan')).planCommand(rest, console);
      case '--version': console.out(`${version()}\n`); return FINE;
      case '--help':
      case '-h': console.out(HELP); return FINE;
      default: throw new UsageError(command === undefined ? 'say what to do' : `there is no command '${command}'`);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      console.err(`cdk8s-daemons: ${error.message}; see cdk8s-daemons ${COMMANDS.includes(command) ? `${command} ` : ''}--help\n`);
    } else {
      // an exit code of 1 would say that something was found
      console.err(`cdk8s-daemons: this is a mistake of the program, please report it: ${(error as Error).stack}\n`);
    }
    return UNUSABLE;
  }
}
