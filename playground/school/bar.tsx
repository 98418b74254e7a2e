// A number as a bar beside it, for reading down a column; the number itself stands in words next to it.

const WIDTH = 120;

export function Bar({ count, most }: { readonly count: number; readonly most: number }) {
  const width = most === 0 ? 0 : (count * WIDTH) / most;
  return (
    <svg class="small-bar" width={WIDTH} height={14} viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true" focusable="false">
      <rect class="ground" width={WIDTH} height={14} />
      <rect class="bar" width={count === 0 ? 0 : Math.max(2, width)} height={14} />
    </svg>
  );
}
