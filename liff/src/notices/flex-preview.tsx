import { ownAddress } from '../files/own-address.ts';

/** The parts of a Flex message that the office's cards use. */
interface Part {
  readonly type: string;
  readonly text?: string;
  readonly contents?: readonly Part[];
  readonly layout?: string;
  readonly size?: string;
  readonly weight?: string;
  readonly color?: string;
  readonly align?: string;
  readonly margin?: string;
  readonly spacing?: string;
  readonly style?: string;
  readonly url?: string;
  readonly backgroundColor?: string;
  readonly paddingAll?: string;
  readonly paddingTop?: string;
  readonly cornerRadius?: string;
  readonly action?: { readonly label?: string };
}

type PartStyle = Record<string, string | undefined>;

interface FlexMessage {
  readonly altText?: string;
  readonly contents?: { readonly hero?: Part; readonly body?: Part; readonly footer?: Part };
}

/** Sizes and gaps of LINE's Flex messages, as LINE draws them. */
const SIZES: Readonly<Record<string, string>> = {
  xs: '13px',
  sm: '14px',
  md: '16px',
  lg: '18px',
  xl: '20px',
  '3xl': '28px',
};
const GAPS: Readonly<Record<string, string>> = {
  xs: '2px',
  sm: '4px',
  md: '8px',
  lg: '12px',
  xl: '16px',
  xxl: '20px',
};

/**
 * The card as a chat draws it, from the message that LINE will get. Its buttons do nothing here, so they are no buttons. LINE's
 * cards are light on dark phones as well.
 */
export function FlexPreview({ message, label }: { readonly message: object; readonly label: string }) {
  const { hero, body, footer } = (message as FlexMessage).contents ?? {};
  return (
    <figure class="flex" aria-label={label}>
      {hero?.url && <img src={ownAddress(hero.url)} alt="" />}
      {body && <FlexPart part={body} />}
      {footer && <FlexPart part={footer} />}
    </figure>
  );
}

function FlexPart({ part }: { readonly part: Part }) {
  const above = part.margin === undefined ? {} : { marginTop: GAPS[part.margin] ?? '0' };
  if (part.type === 'separator') return <hr style={above} />;
  if (part.type === 'text') return <p style={{ ...above, ...textStyle(part) }}>{part.text}</p>;
  if (part.type === 'button') {
    return <p class={part.style === 'primary' ? 'button strong' : 'button'}>{part.action?.label}</p>;
  }
  if (part.type !== 'box') return null;
  const style: PartStyle = {
    ...above,
    flexDirection: part.layout === 'horizontal' ? 'row' : 'column',
    gap: GAPS[part.spacing ?? ''] ?? '0',
    ...(part.paddingAll === undefined ? {} : { padding: part.paddingAll }),
    ...(part.paddingTop === undefined ? {} : { paddingTop: part.paddingTop }),
    ...(part.cornerRadius === undefined ? {} : { borderRadius: part.cornerRadius }),
    ...(part.backgroundColor === undefined ? {} : { backgroundColor: part.backgroundColor }),
  };
  return (
    <div style={style}>
      {part.contents?.map((one, n) => (
        <FlexPart key={n} part={one} />
      ))}
    </div>
  );
}

function textStyle({ size, weight, color, align }: Part): PartStyle {
  return {
    fontSize: SIZES[size ?? 'md'] ?? SIZES['md'],
    ...(weight === 'bold' ? { fontWeight: '700' } : {}),
    ...(color === undefined ? {} : { color }),
    ...(align === 'center' ? { textAlign: 'center' } : {}),
  };
}
