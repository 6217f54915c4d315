import { action } from './actions.ts';
import { array, byType, type Fields, isObject, object, type Rule, required } from './object-checks.ts';
import type { Check } from './report.ts';
import { textLength } from './text-length.ts';
import { matching, oneOf, text, url } from './value-checks.ts';

const TITLE_MAX = 40;
const TEXT_WITH_PICTURE_OR_TITLE_MAX = 60;
const BUTTONS_TEXT_MAX = 160;
const COLUMN_TEXT_MAX = 120;
const CONFIRM_TEXT_MAX = 240;
const COLUMNS_MAX = 10;
const URL_MAX = 2_000;

const type = required(text({ max: 20 }));
const picture = url(['https'], URL_MAX);
const imageLook: Fields = {
  imageAspectRatio: oneOf('rectangle', 'square'),
  imageSize: oneOf('cover', 'contain'),
};
const imageBackgroundColor = matching(/^#[0-9a-fA-F]{6}$/, 'invalid color');

function card(textMax: number, actionsMax: number): Fields {
  return {
    thumbnailImageUrl: picture,
    imageBackgroundColor,
    title: text({ max: TITLE_MAX, unit: 'graphemes' }),
    text: required(text({ max: textMax, unit: 'graphemes' })),
    defaultAction: action('imageCarousel'),
    actions: required(array(action('template'), { min: 1, max: actionsMax })),
  };
}

/** "Buttons template", "Column object for carousel": less text beside a picture or title. */
const shorterWithPictureOrTitle: Rule = (object, property, report) => {
  const isBeside = object['thumbnailImageUrl'] !== undefined || object['title'] !== undefined;
  const words = object['text'];
  if (!isBeside || typeof words !== 'string') return;
  if (textLength(words, 'graphemes') > TEXT_WITH_PICTURE_OR_TITLE_MAX) {
    report.add(`${property}.text`, `Length must be between 0 and ${TEXT_WITH_PICTURE_OR_TITLE_MAX}`);
  }
};

/** "Column object for carousel": the same number of actions, and pictures and titles in all columns or in none. */
const columnsAlike: Rule = (object, property, report) => {
  const columns = Array.isArray(object['columns']) ? object['columns'].filter(isObject) : [];
  const shapes = columns.map((column) => {
    const actions = Array.isArray(column['actions']) ? column['actions'].length : 0;
    return `${actions}:${column['thumbnailImageUrl'] !== undefined}:${column['title'] !== undefined}`;
  });
  if (new Set(shapes).size > 1) report.add(`${property}.columns`, 'columns must be alike');
};

const column = object(card(COLUMN_TEXT_MAX, 3), shorterWithPictureOrTitle);
const imageColumn = object({
  imageUrl: required(picture),
  action: required(action('imageCarousel')),
});

/** The `template` of a template message ("Template messages"). */
export const template: Check = byType({
  buttons: object({ type, ...imageLook, ...card(BUTTONS_TEXT_MAX, 4) }, shorterWithPictureOrTitle),
  confirm: object({
    type,
    text: required(text({ max: CONFIRM_TEXT_MAX, unit: 'graphemes' })),
    actions: required(array(action('template'), { min: 2, max: 2 })),
  }),
  carousel: object(
    {
      type,
      columns: required(array(column, { min: 1, max: COLUMNS_MAX })),
      ...imageLook,
    },
    columnsAlike,
  ),
  image_carousel: object({
    type,
    columns: required(array(imageColumn, { min: 1, max: COLUMNS_MAX })),
  }),
});
