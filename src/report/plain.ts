/** What a manifest says must not steer a terminal: no control characters, and nothing that turns the direction of writing. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' ');
}
