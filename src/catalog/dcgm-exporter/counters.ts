import { DcgmCounter, DcgmExporterOptions, DcgmMetricType } from './props';

const { COUNTER, GAUGE, LABEL } = DcgmMetricType;

/** The exporter's own list, without what needs a right. */
const STANDARD: readonly DcgmCounter[] = [
  { field: 'DCGM_FI_DEV_SM_CLOCK', type: GAUGE, help: 'SM clock frequency (in MHz).' },
  { field: 'DCGM_FI_DEV_MEM_CLOCK', type: GAUGE, help: 'Memory clock frequency (in MHz).' },
  { field: 'DCGM_FI_DEV_MEMORY_TEMP', type: GAUGE, help: 'Memory temperature (in C).' },
  { field: 'DCGM_FI_DEV_GPU_TEMP', type: GAUGE, help: 'GPU temperature (in C).' },
  { field: 'DCGM_FI_DEV_POWER_USAGE', type: GAUGE, help: 'Power draw (in W).' },
  { field: 'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION', type: COUNTER, help: 'Total energy consumption since boot (in mJ).' },
  { field: 'DCGM_FI_DEV_PCIE_REPLAY_COUNTER', type: COUNTER, help: 'Total number of PCIe retries.' },
  { field: 'DCGM_FI_DEV_GPU_UTIL', type: GAUGE, help: 'GPU utilization (in %).' },
  { field: 'DCGM_FI_DEV_MEM_COPY_UTIL', type: GAUGE, help: 'Memory utilization (in %).' },
  { field: 'DCGM_FI_DEV_ENC_UTIL', type: GAUGE, help: 'Encoder utilization (in %).' },
  { field: 'DCGM_FI_DEV_DEC_UTIL', type: GAUGE, help: 'Decoder utilization (in %).' },
  { field: 'DCGM_FI_DEV_XID_ERRORS', type: GAUGE, help: 'Value of the last XID error encountered.' },
  { field: 'DCGM_FI_DEV_FB_FREE', type: GAUGE, help: 'Framebuffer memory free (in MiB).' },
  { field: 'DCGM_FI_DEV_FB_USED', type: GAUGE, help: 'Framebuffer memory used (in MiB).' },
  { field: 'DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL', type: COUNTER, help: 'Total number of NVLink bandwidth counters for all lanes.' },
  { field: 'DCGM_FI_DEV_VGPU_LICENSE_STATUS', type: GAUGE, help: 'vGPU License status.' },
  { field: 'DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS', type: COUNTER, help: 'Number of remapped rows for uncorrectable errors.' },
  { field: 'DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS', type: COUNTER, help: 'Number of remapped rows for correctable errors.' },
  { field: 'DCGM_FI_DEV_ROW_REMAP_FAILURE', type: GAUGE, help: 'Whether remapping of rows has failed.' },
  { field: 'DCGM_FI_DRIVER_VERSION', type: LABEL, help: 'Driver Version.' },
];

/** What is on of profiling in the exporter's own list. */
const PROFILING: readonly DcgmCounter[] = [
  { field: 'DCGM_FI_PROF_GR_ENGINE_ACTIVE', type: GAUGE, help: 'Ratio of time the graphics engine is active.' },
  { field: 'DCGM_FI_PROF_PIPE_TENSOR_ACTIVE', type: GAUGE, help: 'Ratio of cycles the tensor (HMMA) pipe is active.' },
  { field: 'DCGM_FI_PROF_DRAM_ACTIVE', type: GAUGE, help: 'Ratio of cycles the device memory interface is active sending or receiving data.' },
  {
    field: 'DCGM_FI_PROF_PCIE_TX_BYTES', type: GAUGE, help: 'The rate of data transmitted over the PCIe bus, headers and payloads, in bytes per second.',
  },
  { field: 'DCGM_FI_PROF_PCIE_RX_BYTES', type: GAUGE, help: 'The rate of data received over the PCIe bus, headers and payloads, in bytes per second.' },
];

/** All rows, in the order in which they are written. */
export function countersOf({ counters, extraCounters, profiling }: DcgmExporterOptions): DcgmCounter[] {
  return [...(counters ?? STANDARD), ...(profiling ? PROFILING : []), ...(extraCounters ?? [])];
}

/** Whether there is a field that only the kernel's administrators may read. */
export function profiles(options: DcgmExporterOptions): boolean {
  return countersOf(options).some(({ field }) => field.startsWith('DCGM_FI_PROF_'));
}
