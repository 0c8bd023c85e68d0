/** A component whose code is loaded when it is first shown; before that what stands in its place, if anything. */
import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  before: (props: Props) => VNode | null = () => null,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Lazily(props: Props) {
    const [Component, setComponent] = useState<ComponentType<Props> | undefined>(() => loaded);
    useEffect(() => {
      let isHere = true;
      if (Component === undefined)
        void load().then((found) => {
          loaded = found;
          if (isHere) setComponent(() => found);
        });
      return () => {
        isHere = false;
      };
    }, [Component]);
    return Component ? <Component {...props} /> : before(props);
  };
}
