import type { ComponentChild, JSX } from 'preact';
import { boxStyle } from './box-style.ts';
import { childStyle, layoutOf, type Place } from './child-style.ts';
import type { FlexNode } from './flex-types.ts';
import { useTap } from './use-tap.ts';

interface FlexBoxProps {
  readonly node: FlexNode;
  readonly place: Place;
  /** Draws a child; given from outside because boxes and components contain each other. */
  readonly render: (node: FlexNode, place: Place, key: string) => ComponentChild;
}

/** A box: children along one axis, with LINE's rules for spacing, shares and offsets. */
export function FlexBox({ node, place, render }: FlexBoxProps): JSX.Element {
  const contents = node.contents ?? [];
  const tap = useTap(node.action, contents.length === 0 ? node.action?.label : undefined);
  const layout = layoutOf(node);
  let hasSibling = false;
  const children = contents.map((child, index) => {
    const isFirst = !hasSibling;
    if (child.position !== 'absolute') hasSibling = true;
    return render(child, { layout, spacing: node.spacing, isFirst }, String(index));
  });
  return (
    <div
      class="fx-box"
      data-layout={layout}
      style={{ ...childStyle(node, place), ...boxStyle(node) }}
      {...tap}
    >
      {children}
    </div>
  );
}
