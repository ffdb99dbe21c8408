import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('a claim template', () => {
  test.each<[string, PodSpec, string[]]>([
    ['no access modes', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: { accessModes: [], resources: { requests: { storage: '1Gi' } }, volumeMode: 'Filesystem' },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes: FieldValueRequired: Required value: at least 1 access mode is required',
    ]],
    ['an unknown access mode', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: { accessModes: ['ReadWrite'], resources: { requests: { storage: '1Gi' } }, volumeMode: 'Filesystem' },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes: FieldValueNotSupported: Unsupported value: "ReadWrite": supported values: "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"',
    ]],
    ['a mode that allows no other', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: {
                accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'],
                resources: { requests: { storage: '1Gi' } },
                volumeMode: 'Filesystem',
              },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes: FieldValueForbidden: Forbidden: may not use ReadWriteOncePod with other access modes',
    ]],
    ['no storage', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: {}, volumeMode: 'Filesystem' } },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources[storage]: FieldValueRequired: Required value',
    ]],
    ['storage of nothing', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '0' } }, volumeMode: 'Filesystem' },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources[storage]: FieldValueInvalid: Invalid value: "0": must be greater than zero',
    ]],
    ['a class whose name is none', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '1Gi' } },
                volumeMode: 'Filesystem',
                storageClassName: 'A',
                volumeAttributesClassName: 'B',
              },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.storageClassName: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.volumeAttributesClassName: FieldValueInvalid: Invalid value: "B": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['an unknown volume mode', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, volumeMode: 'Tape' },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.volumeMode: FieldValueNotSupported: Unsupported value: "Tape": supported values: "Block", "Filesystem"',
    ]],
    ['a data source without anything', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '1Gi' } },
                volumeMode: 'Filesystem',
                dataSource: { kind: '', name: '' },
              },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSource.name: FieldValueRequired: Required value',
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSource.kind: FieldValueRequired: Required value',
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSource: FieldValueInvalid: Invalid value: "": must be \'PersistentVolumeClaim\' when referencing the default apiGroup',
    ]],
    ['a data source of a group that is none', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '1Gi' } },
                volumeMode: 'Filesystem',
                dataSource: { apiGroup: 'A', kind: 'B', name: 'c' },
              },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSource.apiGroup: FieldValueInvalid: Invalid value: "A": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, \'-\' or \'.\', and must start and end with an alphanumeric character (e.g. \'example.com\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\')',
    ]],
    ['two data sources', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '1Gi' } },
                volumeMode: 'Filesystem',
                dataSource: { kind: 'PersistentVolumeClaim', name: 'a' },
                dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'b' },
              },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec: FieldValueInvalid: Invalid value: {}: must match dataSourceRef',
    ]],
    ['a data source beside one of another namespace', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '1Gi' } },
                volumeMode: 'Filesystem',
                dataSource: { kind: 'PersistentVolumeClaim', name: 'a' },
                dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'a', namespace: 'B' },
              },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.dataSourceRef.namespace: FieldValueInvalid: Invalid value: "B": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or \'-\', and must start and end with an alphanumeric character (e.g. \'my-name\',  or \'123-abc\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?\')',
      'spec.volumes[0].ephemeral.volumeClaimTemplate.spec: FieldValueInvalid: Invalid value: {}: may not be specified when dataSourceRef.namespace is specified',
    ]],
    ['metadata that no template has', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              metadata: {
                name: 'a',
                uid: 'b',
                generation: 1,
                labels: { 'a b': 'c' },
                annotations: { 'a b': 'c' },
                finalizers: ['a/b'],
              },
              spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, volumeMode: 'Filesystem' },
            },
          },
        },
      ],
    }, [
      'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.annotations: FieldValueInvalid: Invalid value: "a b": name part must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyName\',  or \'my.name\',  or \'123-abc\', regex used for validation is \'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\')',
      'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.labels: FieldValueInvalid: Invalid value: "a b": name part must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyName\',  or \'my.name\',  or \'123-abc\', regex used for validation is \'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\')',
      'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.name: FieldValueForbidden: Forbidden: cannot be set',
      'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.uID: FieldValueForbidden: Forbidden: cannot be set',
      'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.generation: FieldValueForbidden: Forbidden: cannot be set',
      'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.finalizers: FieldValueForbidden: Forbidden: cannot be set',
    ]],
    ['a selector of nothing', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '1Gi' } },
                volumeMode: 'Filesystem',
                selector: { matchExpressions: [{ key: 'a', operator: 'In' }] },
              },
            },
          },
        },
      ],
    }, [
      "spec.volumes[0].ephemeral.volumeClaimTemplate.spec.selector.matchExpressions[0].values: FieldValueRequired: Required value: must be specified when `operator` is 'In' or 'NotIn'",
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['an empty name of a class', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '1Gi' } },
                volumeMode: 'Filesystem',
                storageClassName: '',
              },
            },
          },
        },
      ],
    }],
    ['one data source in two fields', {
      volumes: [
        {
          name: 'v',
          ephemeral: {
            volumeClaimTemplate: {
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '1Gi' } },
                volumeMode: 'Filesystem',
                dataSource: { kind: 'PersistentVolumeClaim', name: 'a' },
                dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'a' },
              },
            },
          },
        },
      ],
    }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
