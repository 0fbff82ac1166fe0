import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const pack = promisify(brotliCompress);

/** A file as it goes over the line. */
export interface PackedFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * Files of the apps in brotli, packed when first asked for and then kept: there are some two hundred, all small, and
 * none is ever changed in place. Nothing but these public files is packed, so that no answer with somebody's words
 * tells anything by its size.
 */
export class PackedFiles {
  readonly #packed = new Map<string, Promise<Buffer>>();

  /** Null when the browser takes no brotli or the kind of file is packed already. @throws Error when it cannot be read */
  async of(file: string, accepted: string | undefined): Promise<PackedFile | null> {
    const type = types[extname(file)];
    if (type === undefined || accepted?.split(',').some((one) => /^\s*br\b/.test(one)) !== true) return null;
    const packing = this.#packed.get(file) ?? readFile(file).then((bytes) => pack(bytes));
    this.#packed.set(file, packing);
    packing.catch(() => this.#packed.delete(file));
    return { type, bytes: await packing };
  }
}
