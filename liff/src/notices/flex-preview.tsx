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
  readonly cornerRadius?: string;
  readonly action?: { readonly label?: string };
}

type PartStyle = Record<string, string | number | undefined>;

interface FlexMessage {
  readonly altText?: string;
  readonly contents?: { readonly hero?: Part; readonly body?: Part; readonly footer?: Part };
}

/** Sizes and gaps of LINE's Flex messages, pixels. */
const SIZES: Readonly<Record<string, number>> = { xs: 13, sm: 14, md: 16, lg: 18, xl: 20, '3xl': 28 };
const GAPS: Readonly<Record<string, number>> = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };

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
  const above = part.margin === undefined ? {} : { marginTop: GAPS[part.margin] ?? 0 };
  if (part.type === 'separator') return <hr style={above} />;
  if (part.type === 'text') return <p style={{ ...above, ...textStyle(part) }}>{part.text}</p>;
  if (part.type === 'button') {
    return <p class={part.style === 'primary' ? 'button strong' : 'button'}>{part.action?.label}</p>;
  }
  if (part.type !== 'box') return null;
  const style: PartStyle = {
    ...above,
    flexDirection: part.layout === 'horizontal' ? 'row' : 'column',
    gap: GAPS[part.spacing ?? 'none'] ?? 0,
    ...(part.paddingAll === undefined ? {} : { padding: part.paddingAll }),
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
    ...(weight === 'bold' ? { fontWeight: 700 } : {}),
    ...(color === undefined ? {} : { color }),
    ...(align === 'center' ? { textAlign: 'center' as const } : {}),
  };
}
