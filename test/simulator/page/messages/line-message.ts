import type { FlexContainer, LineAction } from '../flex/flex-types.ts';

export interface QuickReplyItem {
  readonly imageUrl?: string;
  readonly action?: LineAction;
}

export interface TemplateColumn {
  readonly thumbnailImageUrl?: string;
  readonly imageUrl?: string;
  readonly title?: string;
  readonly text?: string;
  readonly defaultAction?: LineAction;
  readonly action?: LineAction;
  readonly actions?: readonly LineAction[];
}

export interface Template extends TemplateColumn {
  readonly type?: string;
  readonly imageSize?: string;
  readonly imageAspectRatio?: string;
  readonly columns?: readonly TemplateColumn[];
}

export interface TextSubstitution {
  readonly type?: string;
  readonly mentionee?: { readonly type?: string; readonly userId?: string };
}

/** A message of the office's account, as far as the page draws it. */
export interface LineMessage {
  readonly type?: string;
  readonly text?: string;
  readonly substitution?: Readonly<Record<string, TextSubstitution | undefined>>;
  readonly altText?: string;
  readonly contents?: FlexContainer;
  readonly template?: Template;
  readonly originalContentUrl?: string;
  readonly previewImageUrl?: string;
  readonly title?: string;
  readonly address?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly quickReply?: { readonly items?: readonly QuickReplyItem[] };
  readonly sender?: { readonly name?: string; readonly iconUrl?: string };
}

/** The message as LINE received it, read with the page's own eyes; see flex-types.ts on why nothing is checked. */
export function lineMessage(raw: Readonly<Record<string, unknown>>): LineMessage {
  return raw as LineMessage;
}
