export interface ErrorDetail {
  readonly message: string;
  readonly property: string;
}

/** LINE lists what is wrong with a body; a body that is wrong all over is cut short here. */
const DETAILS_MAX = 50;

/** Collects what is wrong with a request body, in the order it is found ("Error responses", details). */
export class Report {
  readonly details: ErrorDetail[] = [];

  add(property: string, message: string): void {
    if (this.details.length < DETAILS_MAX) this.details.push({ message, property });
  }
}

/** Looks at one value and reports what is wrong with it under its place in the body, such as `messages[0].text`. */
export type Check = (value: unknown, property: string, report: Report) => void;
