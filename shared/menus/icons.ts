/** Own drawings, 100 by 100, made of strokes in the colour of the words. A filled part says so itself. */
export const ICONS = {
  bars: '<path d="M14 88h72M26 88V56M50 88V18M74 88V38"/>',
  speech: '<path d="M14 20h72v50H48L28 88V70H14z"/><path d="M50 31v16M50 58v1"/>',
  lens: '<circle cx="42" cy="42" r="27"/><path d="M62 62l26 26"/>',
  question: '<circle cx="50" cy="50" r="39"/><path d="M38 40c0-17 25-16 25-1 0 10-13 10-13 20M50 72v1"/>',
  sheet: '<path d="M22 12h40l18 18v58H22zM60 12v20h20M35 48h30M35 64h30"/>',
  checks: '<path d="M12 26l9 9 16-18M12 64l9 9 16-18M52 28h36M52 68h36"/>',
  pen: '<path d="M16 84l6-24 46-46 18 18-46 46zM58 24l18 18"/>',
  pie: '<path d="M46 16a37 37 0 1 0 38 38H46z"/><path d="M60 12a30 30 0 0 1 28 28H60z"/>',
  list: '<path d="M38 24h50M38 50h50M38 76h50M15 24h3M15 50h3M15 76h3"/>',
  person: '<circle cx="50" cy="32" r="19"/><path d="M14 88c2-42 70-42 72 0"/>',
  back: '<path d="M44 22L16 50l28 28M18 50h48c28 0 26 32 8 36"/>',
  upload: '<path d="M50 64V16M30 34l20-20 20 20M14 60v26h72V60"/>',
  target: '<circle cx="50" cy="50" r="38"/><circle cx="50" cy="50" r="20"/><path d="M50 50h.5"/>',
  folder: '<path d="M12 22h28l10 13h38v49H12zM12 50h76"/>',
  gauge: '<path d="M14 76a40 40 0 1 1 72 0M50 64l20-24M50 66h.5"/>',
  people:
    '<circle cx="36" cy="36" r="16"/><path d="M8 84c2-36 54-36 56 0M62 22a15 15 0 0 1 2 29M76 62c9 3 15 10 16 22"/>',
  envelope: '<path d="M10 24h80v54H10zM10 26l40 30 40-30"/>',
  card: '<path d="M10 20h80v60H10z"/><circle cx="34" cy="44" r="8"/><path d="M22 66c2-14 22-14 24 0M58 42h20M58 58h20"/>',
} as const;

export type IconName = keyof typeof ICONS;
