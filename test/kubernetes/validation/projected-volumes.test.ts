import { specErrors } from './pod-fixtures';
import { PodSpec } from '../../../src/kubernetes/pod-objects';

describe('a projected volume', () => {
  test.each<[string, PodSpec, string[]]>([
    ['two kinds in one source', {
      volumes: [
        { name: 'v', projected: { defaultMode: 420, sources: [{ secret: { name: 'a' }, configMap: { name: 'b' } }] } },
      ],
    }, [
      'spec.volumes[0].projected.sources[0]: FieldValueForbidden: Forbidden: may not specify more than 1 volume type per source',
    ]],
    ['no names', {
      volumes: [
        { name: 'v', projected: { defaultMode: 420, sources: [{ secret: { name: '' } }, { configMap: { name: '' } }] } },
      ],
    }, [
      'spec.volumes[0].projected.sources[0].secret.name: FieldValueRequired: Required value',
      'spec.volumes[0].projected.sources[1].configMap.name: FieldValueRequired: Required value',
    ]],
    ['one file of two Secrets', {
      volumes: [
        {
          name: 'v',
          projected: {
            defaultMode: 420,
            sources: [
              { secret: { name: 'a', items: [{ key: 'k', path: 'p' }] } },
              { secret: { name: 'b', items: [{ key: 'k', path: 'p' }] } },
            ],
          },
        },
      ],
    }, [
      'spec.volumes[0].projected: FieldValueInvalid: Invalid value: "b": conflicting duplicate paths',
    ]],
    ['one file of two items', {
      volumes: [
        {
          name: 'v',
          projected: {
            defaultMode: 420,
            sources: [
              {
                downwardAPI: {
                  items: [
                    { path: 'p', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } },
                    { path: 'p', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.uid' } },
                  ],
                },
              },
            ],
          },
        },
      ],
    }, [
      'spec.volumes[0].projected: FieldValueInvalid: Invalid value: "p": conflicting duplicate paths',
    ]],
    ['a token for a short time', {
      volumes: [
        {
          name: 'v',
          projected: { defaultMode: 420, sources: [{ serviceAccountToken: { path: 'a', expirationSeconds: 599 } }] },
        },
      ],
    }, [
      'spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds: FieldValueInvalid: Invalid value: 599: may not specify a duration less than 10 minutes',
    ]],
    ['a token for a long time', {
      volumes: [
        {
          name: 'v',
          projected: { defaultMode: 420, sources: [{ serviceAccountToken: { path: 'a', expirationSeconds: 4294967297 } }] },
        },
      ],
    }, [
      'spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds: FieldValueInvalid: Invalid value: 4294967297: may not specify a duration larger than 2^32 seconds',
    ]],
    ['no path of a token', {
      volumes: [
        {
          name: 'v',
          projected: { defaultMode: 420, sources: [{ serviceAccountToken: { path: '', expirationSeconds: 600 } }] },
        },
      ],
    }, [
      'spec.volumes[0].projected.path: FieldValueRequired: Required value',
    ]],
    ['a token above the directory', {
      volumes: [
        {
          name: 'v',
          projected: { defaultMode: 420, sources: [{ serviceAccountToken: { path: '../a', expirationSeconds: 600 } }] },
        },
      ],
    }, [
      'spec.volumes[0].projected.path: FieldValueInvalid: Invalid value: "../a": must not contain \'..\'',
    ]],
    ['a mode that is none', { volumes: [{ name: 'v', projected: { defaultMode: 512, sources: [] } }] }, [
      'spec.volumes[0].projected.defaultMode: FieldValueInvalid: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive',
    ]],
    ['items of neither a field nor a resource', { volumes: [{ name: 'v', downwardAPI: { defaultMode: 420, items: [{ path: 'a' }] } }] }, [
      'spec.volumes[0].downwardAPI: FieldValueRequired: Required value: one of fieldRef and resourceFieldRef is required',
    ]],
    ['items of both a field and a resource', {
      volumes: [
        {
          name: 'v',
          downwardAPI: {
            defaultMode: 420,
            items: [
              {
                path: 'a',
                fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' },
                resourceFieldRef: { containerName: 'c', resource: 'limits.cpu', divisor: '0' },
              },
            ],
          },
        },
      ],
    }, [
      'spec.volumes[0].downwardAPI: FieldValueInvalid: Invalid value: "resource": fieldRef and resourceFieldRef can not be specified simultaneously',
    ]],
    ['a resource of no container', {
      volumes: [
        {
          name: 'v',
          downwardAPI: {
            defaultMode: 512,
            items: [{ path: '', mode: 512, resourceFieldRef: { resource: 'limits.cpu', divisor: '0' } }],
          },
        },
      ],
    }, [
      'spec.volumes[0].downwardAPI.defaultMode: FieldValueInvalid: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive',
      'spec.volumes[0].downwardAPI.path: FieldValueRequired: Required value',
      'spec.volumes[0].downwardAPI.resourceFieldRef.containerName: FieldValueRequired: Required value',
      'spec.volumes[0].downwardAPI.mode: FieldValueInvalid: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive',
    ]],
    ['a field that no file can hold', {
      volumes: [
        {
          name: 'v',
          downwardAPI: {
            defaultMode: 420,
            items: [{ path: 'a', fieldRef: { apiVersion: 'v1', fieldPath: 'spec.nodeName' } }],
          },
        },
      ],
    }, [
      'spec.volumes[0].downwardAPI.fieldRef.fieldPath: FieldValueNotSupported: Unsupported value: "spec.nodeName": supported values: "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"',
    ]],
  ])('may not be with %s', (_, spec, errors) => expect(specErrors(spec)).toEqual(errors));

  test.each<[string, PodSpec]>([
    ['a source behind a feature gate, which is taken off', {
      volumes: [{ name: 'v', projected: { defaultMode: 420, sources: [{ clusterTrustBundle: { path: '' } }] } }],
    }],
    ['all labels in a file', {
      volumes: [
        {
          name: 'v',
          downwardAPI: {
            defaultMode: 420,
            items: [{ path: 'a', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.labels' } }],
          },
        },
      ],
    }],
  ])('may be with %s', (_, spec) => expect(specErrors(spec)).toEqual([]));
});
