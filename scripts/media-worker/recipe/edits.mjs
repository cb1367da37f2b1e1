import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const edits = [
  {
    why: 'Debian 12 has Meson 1.0, which is enough',
    file: 'meson.build',
    from: "meson_version: '>= 1.1.0'",
    to: "meson_version: '>= 1.0.0'",
  },
  {
    why: 'an OpenSSL with kernel TLS asks for it through this callback: it must hand every answer on, or the handshake dies',
    file: 'src/RTC/DtlsTransport.cpp',
    from: '(operationType == BIO_CB_RETURN) ? static_cast<long>(ret) : 1',
    to: '(operationType & BIO_CB_RETURN) != 0 ? static_cast<long>(ret) : 1',
  },
];

/** Changes the lines of mediasoup's sources that do not fit Debian's libraries; throws when a line is no longer there. */
export function editSources(worker) {
  for (const { why, file, from, to } of edits) {
    const path = join(worker, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has changed, cannot edit it (${why})`);
    writeFileSync(path, text.replace(from, to));
  }
}
