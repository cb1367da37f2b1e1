import { fold } from '../../platform/fold.ts';

/** The columns of a list of people, in the order of template and export. */
export const columns = ['name', 'email', 'municipality', 'country', 'languages', 'role', 'needs', 'vision'] as const;
export type Column = (typeof columns)[number];

// What people write above such columns in the four languages of the interface, folded.
const headings: Record<Column, readonly string[]> = {
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

/** The column that a heading names in English, Arabic, French or German; null for one that we do not use. */
export const columnOf = (heading: string): Column | null =>
  byHeading.get(fold(heading.replace(/[*:()]/g, ' '))) ?? null;
