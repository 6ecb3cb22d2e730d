/** The same `length` bytes for the same seed, on every machine (mulberry32). */
export function seededBytes(seed: number, length: number): Buffer {
  let state = seed;
  const bytes = Uint8Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) & 0xff;
  });
  return Buffer.from(bytes);
}
