import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const GUARD = join(__dirname, 'guard.cjs');
const OUTPUT_MAX = 1024 ** 3;
const GIVE_UP_MS = 60_000;

export interface Ran {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Used {
  readonly cpuSeconds: number;
  readonly mebibytes: number;
}

export interface Options {
  readonly input?: string | Buffer;
  readonly env?: NodeJS.ProcessEnv;
  readonly nodeOptions?: readonly string[];
  /** In milliseconds. */
  readonly timeout?: number;
}

/** The package as it is published, unpacked where nothing else is installed. It is run with nothing but Node, without a network and without cdk8s. */
export class Packed {
  public readonly directory = mkdtempSync(join(tmpdir(), 'packed-'));
  public readonly files: readonly string[];

  /** Needs what `npx projen compile` makes. */
  public constructor() {
    const npm = spawnSync('npm', ['pack', '--silent', '--pack-destination', this.directory], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
    const tarball = npm.stdout.trim();
    const tar = spawnSync('tar', ['-xzf', tarball], { cwd: this.directory, encoding: 'utf8' });
    if (npm.status !== 0 || tar.status !== 0) {
      throw new Error(`the package cannot be packed: ${npm.stderr}${tar.stderr}`);
    }
    this.files = readdirSync(join(this.directory, 'package'), { recursive: true }).map(String);
  }

  /** Writes a file, and directories above it. */
  public write(name: string, content: string | Buffer): string {
    mkdirSync(join(this.directory, dirname(name)), { recursive: true });
    writeFileSync(join(this.directory, name), content);
    return name;
  }

  public run(argv: readonly string[], { input = '', env, nodeOptions = [], timeout = GIVE_UP_MS }: Options = {}): Ran & { readonly used?: Used } {
    const { status, stdout, stderr, output } = spawnSync(process.execPath, this.arguments(argv, nodeOptions), {
      cwd: this.directory, input, env: env ?? {}, encoding: 'utf8', maxBuffer: OUTPUT_MAX, stdio: ['pipe', 'pipe', 'pipe', 'pipe'], timeout,
    });
    return { code: status, out: stdout, err: stderr, used: output[3] ? JSON.parse(output[3]) as Used : undefined };
  }

  /** As with `| head -1`: the reader goes away after the first that comes. */
  public async runWithReaderThatLeaves(argv: readonly string[]): Promise<Ran> {
    const child = spawn(process.execPath, this.arguments(argv), { cwd: this.directory, env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err]: string[][] = [[], []];
    child.stdout.once('data', (data) => {
      out.push(String(data));
      child.stdout.destroy();
    });
    child.stderr.on('data', (data) => err.push(String(data)));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, out: out.join(''), err: err.join('') })));
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true });
  }

  private arguments(argv: readonly string[], nodeOptions: readonly string[] = []): string[] {
    return ['--require', GUARD, ...nodeOptions, join('package', 'bin', 'cdk8s-daemons'), ...argv];
  }
}
