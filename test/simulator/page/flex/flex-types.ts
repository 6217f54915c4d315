/**
 * The parts of LINE's message JSON that the page draws. Every field is optional: the page draws what it gets
 * and never judges it, because the platform in front of it has already refused what LINE would refuse.
 */
export interface LineAction {
  readonly type?: string;
  readonly label?: string;
  readonly text?: string;
  readonly data?: string;
  readonly displayText?: string;
  readonly uri?: string;
  readonly clipboardText?: string;
  readonly mode?: string;
  readonly initial?: string;
  readonly min?: string;
  readonly max?: string;
  readonly inputOption?: string;
  readonly fillInText?: string;
  readonly richMenuAliasId?: string;
}

export interface FlexBackground {
  readonly type?: string;
  readonly angle?: string;
  readonly startColor?: string;
  readonly endColor?: string;
  readonly centerColor?: string;
  readonly centerPosition?: string;
}

export interface FlexNode {
  readonly type?: string;
  readonly layout?: string;
  readonly contents?: readonly FlexNode[];
  readonly text?: string;
  readonly url?: string;
  readonly previewUrl?: string;
  readonly altContent?: FlexNode;
  readonly action?: LineAction;
  readonly flex?: number;
  readonly spacing?: string;
  readonly margin?: string;
  readonly paddingAll?: string;
  readonly paddingTop?: string;
  readonly paddingBottom?: string;
  readonly paddingStart?: string;
  readonly paddingEnd?: string;
  readonly width?: string;
  readonly maxWidth?: string;
  readonly height?: string;
  readonly maxHeight?: string;
  readonly backgroundColor?: string;
  readonly background?: FlexBackground;
  readonly borderWidth?: string;
  readonly borderColor?: string;
  readonly cornerRadius?: string;
  readonly justifyContent?: string;
  readonly alignItems?: string;
  readonly position?: string;
  readonly offsetTop?: string;
  readonly offsetBottom?: string;
  readonly offsetStart?: string;
  readonly offsetEnd?: string;
  readonly size?: string;
  readonly weight?: string;
  readonly color?: string;
  readonly align?: string;
  readonly gravity?: string;
  readonly wrap?: boolean;
  readonly maxLines?: number;
  readonly lineSpacing?: string;
  readonly decoration?: string;
  readonly style?: string;
  readonly adjustMode?: string;
  readonly aspectRatio?: string;
  readonly aspectMode?: string;
}

export interface FlexBlockStyle {
  readonly backgroundColor?: string;
  readonly separator?: boolean;
  readonly separatorColor?: string;
}

export interface FlexContainer {
  readonly type?: string;
  readonly size?: string;
  readonly direction?: string;
  readonly header?: FlexNode;
  readonly hero?: FlexNode;
  readonly body?: FlexNode;
  readonly footer?: FlexNode;
  readonly styles?: Readonly<Record<string, FlexBlockStyle | undefined>>;
  readonly action?: LineAction;
  /** Bubbles, when the container is a carousel. */
  readonly contents?: readonly FlexContainer[];
}
