/** What a board's surface is called: English and Arabic. */
export const boardWords = {
  colourOfThing: ['Colour', 'اللون'],
  pink: ['Pink', 'وردي'],
  moreForThing: ['More for what is selected', 'المزيد لما هو محدد'],
  connectThings: ['Connect with an arrow', 'ربط بسهم'],
  wordsOnNote: ['Words on this note', 'نص هذا الملصق'],
} as const satisfies Record<string, readonly [english: string, arabic: string]>;
