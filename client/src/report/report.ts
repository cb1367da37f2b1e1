import type { ReportLine } from '@multaqa/shared/kernel/slice';
import { get } from '../platform/http.ts';

/** `reference` where the server could not tell this part; its log knows why. */
export type Section = { slice: string; lines: readonly ReportLine[]; reference?: string };

/** What the log tells so far, slice by slice. */
export const readReport = async (dialogue: string): Promise<readonly Section[]> =>
  (await get<{ sections: Section[] }>(`/dialogues/${dialogue}/report`)).sections;
