import type { Language } from '../../../kernel/languages.ts';
import type { Colour, ThingKind } from '../scene/thing.ts';

/** The columns of a board as a table, in their order. */
export const columns = ['frame', 'kind', 'text', 'tags', 'colour', 'author', 'dots', 'outcome', 'part'] as const;
export type Column = (typeof columns)[number];

/** What a file of a board says besides what people have written. */
export type BoardWords = {
  board: string;
  plenary: string;
  /** What only hosts see: the column that says so, and what the layer is called. */
  layer: string;
  hosts: string;
  breakout: string;
  comma: string;
  yes: string;
  columns: Record<Column, string>;
  kinds: Record<ThingKind, string>;
  colours: Record<Colour, string>;
};

/** The words of the files, in each language of the interface. */
export const boardWords: Record<Language, BoardWords> = {
  en: {
    ...{
      board: 'Board',
      plenary: 'Plenary',
      layer: 'Layer',
      hosts: 'Hosts’ layer',
      breakout: 'Room',
      comma: ', ',
      yes: 'yes',
    },
    columns: {
      ...{ frame: 'Frame', kind: 'Kind', text: 'Text', tags: 'Tags', colour: 'Colour', author: 'Written by' },
      ...{ dots: 'Dots', outcome: 'Outcome', part: 'Part of' },
    },
    kinds: {
      ...{ note: 'Note', text: 'Text', shape: 'Shape', frame: 'Frame', stroke: 'Drawing', arrow: 'Arrow' },
      ...{ image: 'Image', stamp: 'Emoji' },
    },
    colours: {
      ...{ yellow: 'yellow', orange: 'orange', pink: 'pink', violet: 'violet', blue: 'blue', teal: 'teal' },
      ...{ green: 'green', grey: 'grey', ink: 'dark', white: 'white' },
    },
  },
  ar: {
    ...{
      board: 'اللوح',
      plenary: 'القاعة العامة',
      layer: 'الطبقة',
      hosts: 'طبقة فريق التيسير',
      breakout: 'القاعة',
      comma: '، ',
      yes: 'نعم',
    },
    columns: {
      ...{ frame: 'الإطار', kind: 'النوع', text: 'النص', tags: 'الوسوم', colour: 'اللون', author: 'الكتابة' },
      ...{ dots: 'النقاط', outcome: 'مخرج', part: 'جزء من' },
    },
    kinds: {
      ...{ note: 'ملصق', text: 'نص', shape: 'شكل', frame: 'إطار', stroke: 'رسم', arrow: 'سهم' },
      ...{ image: 'صورة', stamp: 'رمز تعبيري' },
    },
    colours: {
      ...{ yellow: 'أصفر', orange: 'برتقالي', pink: 'وردي', violet: 'بنفسجي', blue: 'أزرق', teal: 'فيروزي' },
      ...{ green: 'أخضر', grey: 'رمادي', ink: 'داكن', white: 'أبيض' },
    },
  },
  fr: {
    ...{
      board: 'Tableau',
      plenary: 'Plénière',
      layer: 'Calque',
      hosts: 'Calque des hôtes',
      breakout: 'Salle',
      comma: ', ',
      yes: 'oui',
    },
    columns: {
      ...{ frame: 'Cadre', kind: 'Genre', text: 'Texte', tags: 'Étiquettes', colour: 'Couleur', author: 'Écrit par' },
      ...{ dots: 'Points', outcome: 'Résultat', part: 'Fait partie de' },
    },
    kinds: {
      ...{ note: 'Note', text: 'Texte', shape: 'Forme', frame: 'Cadre', stroke: 'Dessin', arrow: 'Flèche' },
      ...{ image: 'Image', stamp: 'Emoji' },
    },
    colours: {
      ...{ yellow: 'jaune', orange: 'orange', pink: 'rose', violet: 'violet', blue: 'bleu', teal: 'turquoise' },
      ...{ green: 'vert', grey: 'gris', ink: 'foncé', white: 'blanc' },
    },
  },
  de: {
    ...{
      board: 'Tafel',
      plenary: 'Plenum',
      layer: 'Ebene',
      hosts: 'Ebene der Gastgeber',
      breakout: 'Raum',
      comma: ', ',
      yes: 'ja',
    },
    columns: {
      ...{
        frame: 'Rahmen',
        kind: 'Art',
        text: 'Text',
        tags: 'Schlagwörter',
        colour: 'Farbe',
        author: 'Geschrieben von',
      },
      ...{ dots: 'Punkte', outcome: 'Ergebnis', part: 'Teil von' },
    },
    kinds: {
      ...{ note: 'Zettel', text: 'Text', shape: 'Form', frame: 'Rahmen', stroke: 'Zeichnung', arrow: 'Pfeil' },
      ...{ image: 'Bild', stamp: 'Emoji' },
    },
    colours: {
      ...{ yellow: 'gelb', orange: 'orange', pink: 'rosa', violet: 'violett', blue: 'blau', teal: 'türkis' },
      ...{ green: 'grün', grey: 'grau', ink: 'dunkel', white: 'weiß' },
    },
  },
};
