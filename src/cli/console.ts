/** Where a command writes, and whether it may use colours. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
}
