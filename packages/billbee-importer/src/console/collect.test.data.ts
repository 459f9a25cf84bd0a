/** A stream that keeps what is written to it. */
export function collect(isTTY = false): { text: string; isTTY: boolean; write(text: string): void } {
  return {
    text: '',
    isTTY,
    write(text) {
      this.text += text;
    },
  };
}
