import { useMemo } from 'react';
import { useLanguage } from '../platform/languages.ts';

/** ISO 3166-1 alpha-2, as the browser names them in every language. */
export const countryCodes: readonly string[] = (
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD ' +
  'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD ' +
  'GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI ' +
  'KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW ' +
  'MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB ' +
  'SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY ' +
  'UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

/** The name of a country in the language of the interface; an empty text where none is given. */
export function useCountryName(): (code: string) => string {
  return countryNameIn(useLanguage().language);
}

/** The name of a country in a language. */
function countryNameIn(language: string): (code: string) => string {
  const known = nameIn.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const name = (code: string) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : '');
  nameIn.set(language, name);
  return name;
}

// Every tile names a country, and making the list of names costs more than drawing the tile.
const nameIn = new Map<string, (code: string) => string>();

/** All countries for a list to choose from, sorted as the language sorts. */
export function useCountryOptions(): { value: string; label: string }[] {
  const { language } = useLanguage();
  return useMemo(() => {
    const nameOf = countryNameIn(language);
    const compare = new Intl.Collator(language).compare;
    return countryCodes.map(value => ({ value, label: nameOf(value) })).sort((a, b) => compare(a.label, b.label));
  }, [language]);
}
