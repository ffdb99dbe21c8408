import { EnvValue } from 'cdk8s-plus-27';
import { NewRelicDaemonProps } from './props';

/** The license key as environment variable, each part of the agent having a name of its own for it. */
export function licenseKeyVariable(name: string, { licenseKey }: NewRelicDaemonProps): { [name: string]: EnvValue } {
  return { [name]: EnvValue.fromSecretValue(licenseKey) };
}
