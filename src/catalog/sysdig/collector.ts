import { SysdigCollectorAddress, SysdigRegion } from './collector-options';

/** Upstream: sysdiglabs/charts, charts/common/templates/_regions.tpl. */
const HOSTS: { readonly [region in SysdigRegion]: string } = {
  [SysdigRegion.AU1]: 'ingest.au1.sysdig.com',
  [SysdigRegion.EU1]: 'ingest-eu1.app.sysdig.com',
  [SysdigRegion.EU2]: 'ingest.eu2.sysdig.com',
  [SysdigRegion.IN1]: 'ingest.in1.sysdig.com',
  [SysdigRegion.JP1]: 'ingest.jp1.sysdig.com',
  [SysdigRegion.ME2]: 'ingest.me2.sysdig.com',
  [SysdigRegion.US1]: 'collector.sysdigcloud.com',
  [SysdigRegion.US2]: 'ingest-us2.app.sysdig.com',
  [SysdigRegion.US3]: 'ingest.us3.sysdig.com',
  [SysdigRegion.US4]: 'ingest.us4.sysdig.com',
};

/**
 * Where the agents send what they see.
 *
 * @example
 * const cloud = SysdigCollector.region(SysdigRegion.EU1);
 * const ibmCloud = SysdigCollector.at({ host: 'ingest.eu-de.monitoring.cloud.ibm.com' });
 * const own = SysdigCollector.at({ host: 'collector.sysdig.example.com', port: 6443 });
 */
export class SysdigCollector {
  /** Sysdig's own cloud. The access key belongs to one region and is unknown to the others. */
  public static region(region: SysdigRegion): SysdigCollector {
    return new SysdigCollector({ host: HOSTS[region] });
  }

  /** IBM Cloud (`ingest.<region>.monitoring.cloud.ibm.com`, `ingest.private.…`), or a collector of one's own. */
  public static at(options: SysdigCollectorAddress): SysdigCollector {
    return new SysdigCollector({ ...options });
  }

  private constructor(
    /** @internal */
    public readonly _address: SysdigCollectorAddress,
  ) {
  }
}
