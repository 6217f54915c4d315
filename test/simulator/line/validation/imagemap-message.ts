import { LINK_SCHEMES } from './actions.ts';
import { array, byType, type Fields, object, required } from './object-checks.ts';
import { number, text, url } from './value-checks.ts';

const URL_MAX = 2_000;
const LINK_MAX = 1_000;
const AREA_LABEL_MAX = 100;
const MESSAGE_TEXT_MAX = 400;
const CLIPBOARD_MAX = 1_000;
const LINK_LABEL_MAX = 30;
const BASE_WIDTH = 1_040;
const ACTIONS_MAX = 50;

const pixels = required(number({ min: 0, integer: true }));
const area = required(object({ x: pixels, y: pixels, width: pixels, height: pixels }));
const type = required(text({ max: 20 }));
const label = text({ max: AREA_LABEL_MAX });
const link = required(url(LINK_SCHEMES, LINK_MAX));
const file = required(url(['https'], URL_MAX));

/** The properties of an imagemap message besides the common ones ("Imagemap message"). */
export const imagemapFields: Fields = {
  baseUrl: file,
  baseSize: required(
    object({
      width: required(number({ min: BASE_WIDTH, max: BASE_WIDTH })),
      height: pixels,
    }),
  ),
  video: object({
    originalContentUrl: file,
    previewImageUrl: file,
    area,
    externalLink: object({
      linkUri: link,
      label: required(text({ max: LINK_LABEL_MAX })),
    }),
  }),
  actions: required(
    array(
      byType({
        uri: object({ type, label, linkUri: link, area }),
        message: object({
          type,
          label,
          text: required(text({ max: MESSAGE_TEXT_MAX })),
          area,
        }),
        clipboard: object({
          type,
          label,
          clipboardText: required(text({ max: CLIPBOARD_MAX })),
          area,
        }),
      }),
      { max: ACTIONS_MAX },
    ),
  ),
};
