import { inflateSync } from 'node:zlib';

/**
 * Reads a screenshot.
 *
 * @param {Uint8Array} file a PNG of 8 bits a channel, RGB or RGBA, not interlaced, as browsers write them
 * @returns {{ width: number, height: number, channels: 3 | 4, data: Uint8Array }}
 * @throws {Error} for any other PNG
 */
export function decodePng(file) {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const [depth, kind, , , interlaced] = bytes.subarray(24, 29);
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced) throw new Error('a PNG of a kind no browser writes');
  const parts = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const channels = kind === 2 ? 3 : 4;
  return {
    width,
    height,
    channels,
    data: unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels),
  };
}

function unfilter(raw, stride, height, step) {
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= step ? data[to + x - step] : 0;
      const up = y ? data[to + x - stride] : 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) guess = paeth(left, up, y && x >= step ? data[to + x - stride - step] : 0);
      data[to + x] = raw[from + x] + guess;
    }
  }
  return data;
}

function paeth(left, up, corner) {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
