interface Pixels {
  width: number;
  height: number;
  channels: 3 | 4;
  pixels: Uint8Array;
}
export function readPng(png: Uint8Array): Pixels;
export function toPalette(png: Uint8Array): Buffer;
