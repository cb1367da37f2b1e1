import type { Field } from '@multaqa/shared/people/form/form.state';
import { fold } from '../../platform/fold.ts';

/** The columns of a list of people, in the order of template and export. */
export const columns = [
  'name',
  'email',
  'municipality',
  'country',
  'languages',
  'role',
  'region',
  'townSize',
  'needs',
  'vision',
] as const;
type Fixed = (typeof columns)[number];

/** A column that every list may have, or the id of a question of the organiser's own. */
export type Column = Fixed | `f${number}`;

/** What a column is called in templates and exports. */
export const headingOf = (column: Fixed): string => (column === 'townSize' ? 'town size' : column);

// What people write above such columns in the four languages of the interface, folded.
const headings: Record<Fixed, readonly string[]> = {
  name: [
    'name',
    'full name',
    'nom',
    'nom complet',
    'nom et prenom',
    'vollstandiger name',
    'vor und nachname',
    'الاسم',
    'الاسم الكامل',
    'اسم المشارك',
  ],
  email: [
    'email',
    'e mail',
    'mail',
    'email address',
    'e mail adresse',
    'courriel',
    'adresse e mail',
    'adresse email',
    'البريد الالكتروني',
    'البريد',
    'الايميل',
    'ايميل',
  ],
  municipality: [
    'municipality',
    'town',
    'city',
    'organisation',
    'organization',
    'commune',
    'municipalite',
    'ville',
    'mairie',
    'kommune',
    'stadt',
    'gemeinde',
    'organisation stadt',
    'البلديه',
    'المدينه',
    'المؤسسه',
    'الجماعه',
  ],
  country: ['country', 'country code', 'pays', 'land', 'البلد', 'الدوله'],
  languages: ['languages', 'language', 'langues', 'langue', 'sprachen', 'sprache', 'اللغات', 'اللغه'],
  role: ['role', 'function', 'fonction', 'rolle', 'funktion', 'الدور', 'الصفه', 'الوظيفه'],
  region: [
    'region',
    'governorate',
    'province',
    'district',
    'state',
    'gouvernorat',
    'wilaya',
    'departement',
    'bundesland',
    'provinz',
    'المنطقه',
    'الاقليم',
    'المحافظه',
    'الولايه',
    'الجهه',
  ],
  townSize: [
    'town size',
    'size of town',
    'size of the town',
    'townsize',
    'population',
    'inhabitants',
    'number of inhabitants',
    'taille de la commune',
    'taille',
    'habitants',
    'nombre d habitants',
    'einwohner',
    'einwohnerzahl',
    'einwohnerinnen und einwohner',
    'stadtgroße',
    'große der stadt',
    'عدد السكان',
    'السكان',
    'حجم المدينه',
  ],
  needs: [
    'needs',
    'need',
    'besoins',
    'besoin',
    'bedarf',
    'bedarfe',
    'bedurfnisse',
    'الاحتياجات',
    'احتياجات',
    'الحاجات',
  ],
  vision: ['vision', 'vision statement', 'ziel', 'الرويه', 'الرؤيه', 'رويه'],
};

const byHeading = new Map(columns.flatMap(column => headings[column].map(heading => [fold(heading), column] as const)));

/** The column that a heading names in English, Arabic, French or German, or as one of these questions; null for one that we do not use. */
export function columnOf(heading: string, questions: readonly Field[] = []): Column | null {
  const plain = plainly(heading);
  // An organiser's own question comes first: it may be called as one of ours.
  const own = questions.find(({ names }) => Object.values(names).some(name => plainly(name ?? '') === plain));
  return plain === '' ? null : ((own?.id as Column | undefined) ?? byHeading.get(plain) ?? null);
}

const plainly = (heading: string): string => fold(heading.replace(/[*:()?؟'’]/g, ' '));
