export type Language = 'en' | 'ar';

/** Somebody who takes part in the tests: what the roster says of them, and the device they come with. */
export type Person = {
  name: string;
  municipality: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  role: 'Organiser' | 'Facilitator' | 'Participant' | 'Observer';
  language: Language;
  locale: string;
  zone: string;
  viewport: { width: number; height: number };
};

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

export const ada: Person = {
  name: 'Ada',
  municipality: 'Bonn',
  country: 'DE',
  role: 'Organiser',
  language: 'en',
  locale: 'en-GB',
  zone: 'Europe/Berlin',
  viewport: desk,
};

export const ben: Person = {
  name: 'Ben',
  municipality: 'Irbid',
  country: 'JO',
  role: 'Participant',
  language: 'en',
  locale: 'en-GB',
  zone: 'Asia/Amman',
  viewport: desk,
};

export const cleo: Person = {
  name: 'Cleo',
  municipality: 'صفاقس',
  country: 'TN',
  role: 'Participant',
  language: 'ar',
  locale: 'ar-TN',
  zone: 'Africa/Tunis',
  viewport: phone,
};

export const dina: Person = {
  name: 'Dina',
  municipality: 'Nablus',
  country: 'PS',
  role: 'Participant',
  language: 'en',
  locale: 'en-GB',
  zone: 'Asia/Hebron',
  viewport: desk,
};

/** Four more of the same towns, for rooms that need more people than four. */
export const others: readonly Person[] = [ada, ben, cleo, dina].map(one => ({
  ...one,
  name: `${one.name} B.`,
  role: 'Participant',
}));
