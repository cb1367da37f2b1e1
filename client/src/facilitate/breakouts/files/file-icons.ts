import type { FileKind } from '@multaqa/shared/facilitate/breakouts/prepared';
import type { Icon } from '@tabler/icons-react';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconFileTypePdf from '@tabler/icons-react/dist/esm/icons/IconFileTypePdf.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import IconPresentation from '@tabler/icons-react/dist/esm/icons/IconPresentation.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';

/** The sign of each kind of file. */
export const fileIcons: { readonly [Kind in FileKind]: Icon } = {
  pdf: IconFileTypePdf,
  png: IconPhoto,
  jpeg: IconPhoto,
  webp: IconPhoto,
  docx: IconFileText,
  odt: IconFileText,
  txt: IconFileText,
  xlsx: IconTable,
  ods: IconTable,
  csv: IconTable,
  pptx: IconPresentation,
  odp: IconPresentation,
};
