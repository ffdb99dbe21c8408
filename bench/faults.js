// What the API server refuses, one fault each, as a change of the text of daemon-set.yaml.
'use strict';

/** Name of the fault, the text, and what is written in its place. */
exports.FAULTS = [
  ['the selector does not match the labels', '    matchLabels:\n      app.kubernetes.io/name: agent\n', '    matchLabels:\n      app.kubernetes.io/name: other\n'],
  ['an empty selector', /    matchLabels:\n      .*\n      .*\n/, '    matchLabels: {}\n'],
  ['a request above its limit', 'memory: 200Mi', 'memory: 800Mi'],
  ['a quantity that is none', 'cpu: 100m', 'cpu: half'],
  ['a mount without a volume', '            - name: logs\n              mountPath', '            - name: log\n              mountPath'],
  ['two mounts in one place', 'mountPath: /var/log', 'mountPath: /etc/agent'],
  ['a subPath that leaves the volume', 'subPath: positions', 'subPath: ../positions'],
  ['a port beyond 65535', 'containerPort: 9100\n              hostPort: 9100', 'containerPort: 70000\n              hostPort: 70000'],
  ['a hostPort that is not the containerPort under hostNetwork', 'hostPort: 9100', 'hostPort: 9200'],
  ['a port name that is none', 'name: metrics', 'name: Metrics_Port'],
  ['maxSurge and maxUnavailable at once', 'maxUnavailable: 10%', 'maxUnavailable: 10%\n      maxSurge: 10%'],
  ['privileged without privilege escalation', 'privileged: false', 'privileged: true'],
  ['a label value that is none', 'managed-by: Helm', 'managed-by: "not a label!"'],
  ['two containers of one name', 'name: reloader', 'name: agent'],
  ['a container without an image', '          image: registry.example.com/agent/reloader:0.9.1\n', ''],
  ['an unknown operator of a toleration', 'control-plane\n          operator: Exists', 'control-plane\n          operator: Matches'],
  ['a probe that does two things', '              path: /-/ready\n              port: metrics', '              path: /-/ready\n              port: metrics\n            tcpSocket:\n              port: 9100'],
  ['a liveness probe that must succeed twice', 'successThreshold: 1', 'successThreshold: 2'],
  ['a restartPolicy that no DaemonSet has', 'restartPolicy: Always', 'restartPolicy: OnFailure'],
  ['a volume of two sources', 'path: /var/log\n            type: Directory', 'path: /var/log\n          emptyDir: {}'],
  ['two volumes of one name', '      volumes:\n', '      volumes:\n        - name: config\n          emptyDir: {}\n'],
  ['a key of a secret that is none', 'key: token', 'key: the token'],
  ['a field that does not exist', 'imagePullPolicy: IfNotPresent', 'imagePolicy: IfNotPresent'],
  ['a text for a number', 'terminationGracePeriodSeconds: 60', 'terminationGracePeriodSeconds: one minute'],
  ['a name that is none', 'name: agent-0000\n  namespace', 'name: Agent_0000\n  namespace'],
];
