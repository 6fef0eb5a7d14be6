// Finds the number whose SHA-256 together with the puzzle begins with so many zero bits. A loop of its own: the browser's digest answers
// each call later, which costs more than the hash itself, and is not there on every page.
'use strict';
const K = new Uint32Array(64);
const START = new Uint32Array(8);
(() => {
  // FIPS 180-4: the first 32 bits of the fractional parts of cube and square roots of the first primes.
  const bits = (root) => (root - Math.floor(root)) * 4294967296 | 0;
  let found = 0;
  for (let number = 2; found < 64; number++) {
    let prime = true;
    for (let by = 2; by * by <= number; by++) if (number % by === 0) { prime = false; break; }
    if (!prime) continue;
    if (found < 8) START[found] = bits(Math.sqrt(number));
    K[found++] = bits(Math.cbrt(number));
  }
})();

const words = new Uint32Array(64);
const turned = (x, n) => (x >>> n) | (x << (32 - n));

// One block does: puzzle and number together stay under 56 bytes.
const firstBits = (text) => {
  words.fill(0, 0, 16);
  for (let i = 0; i < text.length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
  words[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
  words[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const a = words[i - 15], b = words[i - 2];
    words[i] = words[i - 16] + (turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)) + words[i - 7] + (turned(b, 17) ^ turned(b, 19) ^ (b >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = START;
  for (let i = 0; i < 64; i++) {
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0;
    d = c; c = b; b = a; a = (one + two) | 0;
  }
  return (START[0] + a) >>> 0;
};

onmessage = ({ data: { puzzle, bits } }) => {
  const shift = 32 - bits;
  for (let number = 0; ; number++) {
    if (firstBits(puzzle + ':' + number) >>> shift === 0) return postMessage(String(number));
  }
};
