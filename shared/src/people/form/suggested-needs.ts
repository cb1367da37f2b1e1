import type { Names } from '../../names.ts';

/** Needs of towns that work on local economic development, for organisers who do not want to begin with an empty list. */
export const suggestedNeeds: readonly Names[] = [
  {
    en: 'Finance for small firms',
    ar: 'تمويل المنشآت الصغيرة',
    fr: 'Financement des petites entreprises',
    de: 'Finanzierung für kleine Betriebe',
  },
  { en: 'Jobs for young people', ar: 'فرص عمل للشباب', fr: 'Emploi des jeunes', de: 'Arbeit für junge Menschen' },
  {
    en: 'Women’s work and firms',
    ar: 'عمل النساء ومشاريعهن',
    fr: 'Travail et entreprises des femmes',
    de: 'Arbeit und Betriebe von Frauen',
  },
  {
    en: 'Vocational training',
    ar: 'التدريب المهني',
    fr: 'Formation professionnelle',
    de: 'Berufliche Bildung',
  },
  {
    en: 'Cooperatives and social enterprise',
    ar: 'التعاونيات والمؤسسات الاجتماعية',
    fr: 'Coopératives et entreprises sociales',
    de: 'Genossenschaften und Sozialunternehmen',
  },
  {
    en: 'Waste and circular economy',
    ar: 'النفايات والاقتصاد الدائري',
    fr: 'Déchets et économie circulaire',
    de: 'Abfall und Kreislaufwirtschaft',
  },
  {
    en: 'Energy, water and climate',
    ar: 'الطاقة والمياه والمناخ',
    fr: 'Énergie, eau et climat',
    de: 'Energie, Wasser und Klima',
  },
  {
    en: 'Farming, fishing and food',
    ar: 'الزراعة والصيد والغذاء',
    fr: 'Agriculture, pêche et alimentation',
    de: 'Landwirtschaft, Fischerei und Lebensmittel',
  },
  { en: 'Crafts and markets', ar: 'الحِرَف والأسواق', fr: 'Artisanat et marchés', de: 'Handwerk und Märkte' },
  {
    en: 'Tourism and heritage',
    ar: 'السياحة والتراث',
    fr: 'Tourisme et patrimoine',
    de: 'Tourismus und Kulturerbe',
  },
  {
    en: 'Working with private firms',
    ar: 'الشراكة مع القطاع الخاص',
    fr: 'Partenariats avec le secteur privé',
    de: 'Zusammenarbeit mit der Wirtschaft',
  },
  {
    en: 'Public space and buildings',
    ar: 'الفضاءات والمباني العامة',
    fr: 'Espaces et bâtiments publics',
    de: 'Öffentlicher Raum und Gebäude',
  },
  {
    en: 'Planning, services and data',
    ar: 'التخطيط والخدمات والبيانات',
    fr: 'Planification, services et données',
    de: 'Planung, Dienste und Daten',
  },
];
