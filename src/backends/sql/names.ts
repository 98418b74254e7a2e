// Names of a policy → names of columns: lower case, with underscores, never two alike, and never longer than a dialect keeps.

export interface Names {
  readonly columnFor: (words: string) => string;
}

export function makeNames(longest: number): Names {
  const taken = new Set<string>();
  return {
    columnFor: (words) => {
      const plain = words.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
      for (let count = 1; ; count++) {
        const tail = count === 1 ? "" : `_${count}`;
        const name = `${plain.slice(0, longest - tail.length)}${tail}`;
        if (taken.has(name)) continue;
        taken.add(name);
        return name;
      }
    },
  };
}
