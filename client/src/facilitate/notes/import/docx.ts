import { unzipSync } from 'fflate';
import mammoth from 'mammoth/mammoth.browser.js';

/** How much a file may unpack to, in bytes: a small one can hold a hundred times what it weighs. */
const most = 60_000_000;

/** A Word file as HTML, without its pictures, and how many there were. Throws for what is no such file. */
export async function htmlOfDocx(bytes: ArrayBuffer): Promise<{ html: string; pictures: number }> {
  let size = 0;
  // Nothing is unpacked here: the list of files says how large each will be.
  unzipSync(new Uint8Array(bytes), {
    filter({ originalSize }) {
      size += originalSize;
      return false;
    },
  });
  if (size > most) throw new Error('too large');
  let pictures = 0;
  const convertImage = mammoth.images.imgElement(() => {
    pictures += 1;
    return Promise.resolve({ src: '' });
  });
  const { value } = await mammoth.convertToHtml({ arrayBuffer: bytes }, { convertImage });
  return { html: value, pictures };
}
