import type { Language } from '@multaqa/shared/kernel/languages';
import type { IStylesOptions } from 'docx';

/** Colours without the sign that OOXML leaves out. */
export const colours = { line: 'C9CFDB', wash: 'F5F6F9', mark: '1D4A86', quiet: '5B6475' };

/** Fonts that offices have, for Latin letters and for Arabic ones. */
const fonts = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Calibri', cs: 'Arial' };

/** In half points. */
const size = (body: number) => ({ size: body, sizeComplexScript: body });

const tags: Record<Language, string> = { en: 'en-GB', ar: 'ar-SA', fr: 'fr-FR', de: 'de-DE' };

/** How the paragraphs of a file look; the direction is set by each paragraph itself. */
export function styles(language: Language): IStylesOptions {
  const heading = (points: number, before: number) => ({
    run: { ...size(points), bold: true, color: '1D2433', font: fonts },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font: fonts,
          ...size(22),
          language: { value: language === 'ar' ? 'en-GB' : tags[language], bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 120, line: 288 } },
      },
      title: heading(40, 0),
      heading1: heading(32, 320),
      heading2: heading(27, 280),
      heading3: heading(24, 240),
      heading4: heading(23, 60),
    },
    paragraphStyles: [
      { id: 'Detail', name: 'Detail', basedOn: 'Normal', run: { color: colours.quiet, ...size(19) } },
      { id: 'Label', name: 'Label', basedOn: 'Normal', run: { color: colours.mark, bold: true, ...size(19) } },
      { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { color: colours.quiet } },
      { id: 'CodeBlock', name: 'Code Block', basedOn: 'Normal', paragraph: { spacing: { after: 0 } } },
    ],
  };
}
