import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where npm has put a family of fonts, by the address of its manifest. */
const folderOf = (manifest: string): string => dirname(fileURLToPath(manifest));
const [notoSans, amiri, notoEmoji] = [
  folderOf(import.meta.resolve('@expo-google-fonts/noto-sans/package.json')),
  folderOf(import.meta.resolve('@expo-google-fonts/amiri/package.json')),
  folderOf(import.meta.resolve('@expo-google-fonts/noto-emoji/package.json')),
];

/** The folders of the fonts in which files are set. Amiri alone gives Arabic words back exactly when somebody copies them or searches for them. */
export const fontFolders: readonly string[] = [
  ...['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].flatMap(weight => [
    `${notoSans}/${weight}`,
    `${amiri}/${weight}`,
  ]),
  `${notoEmoji}/400Regular`,
];
