import { concat } from '../../../kubernetes/concat';
import { containersOf, Workload } from '../../manifests';
import { inWorkloads, Rule } from '../rule';

/** A name under which a cluster knows a Service. */
const SERVICE_NAME = /[a-z0-9][a-z0-9.-]*\.svc\b[a-z0-9.-]*/;

/**
 * A pod in the host network with the DNS policy `ClusterFirst`, which is the default: it gets the node's own resolver, so that no name of a Service
 * resolves. Many agents ask for none, so that it is a warning only where such a name stands in a command or the environment. Upstream: kubelet
 * getPodDNSType.
 */
export const HOST_NETWORK_DNS: Rule = {
  id: 'runtime/host-network-dns',
  title: 'Host network without ClusterFirstWithHostNet, where names of Services do not resolve',
  severity: 'info',
  find: inWorkloads((workload) => {
    const { pod, path } = workload;
    const name = serviceNamed(workload);
    return pod.hostNetwork !== true || pod.dnsPolicy !== 'ClusterFirst' ? [] : [{
      path: `${path}.dnsPolicy`,
      severity: name === undefined ? 'info' : 'warning',
      message: 'in the host network ClusterFirst (the default) means the node\'s own resolver: names of Services do not resolve'
        + `${name === undefined ? '' : `, and the pod asks for one ('${name}')`}`,
      fix: 'write dnsPolicy: ClusterFirstWithHostNet, or Default where the node\'s resolver is meant',
    }];
  }),
};

function serviceNamed(workload: Workload): string | undefined {
  return containersOf(workload)
    .flatMap(({ container: { command, args, env } }) => concat(command ?? [], args ?? [], (env ?? []).map(({ value = '' }) => value)))
    .flatMap((text) => SERVICE_NAME.exec(text) ?? [])[0];
}
