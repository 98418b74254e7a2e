// The policies on the shelf as their heads name them, so that they can be chosen from before any of them is loaded. A test holds
// these to the heads.

export interface ShelfTitle {
  readonly name: string;
  readonly title: string;
  readonly level: "nation" | "trust" | "school";
}

/** Nation, trusts, schools; each in the order of the alphabet. */
export const shelfTitles: readonly ShelfTitle[] = [
  { name: "england", title: "School attendance in England", level: "nation" },
  { name: "atlp", title: "Arthur Terry Learning Partnership", level: "trust" },
  { name: "celt", title: "Cornwall Education Learning Trust", level: "trust" },
  { name: "invictus", title: "Invictus Education Trust", level: "trust" },
  { name: "delapre", title: "Delapre Primary School", level: "school" },
  { name: "hall-green", title: "Hall Green Primary School", level: "school" },
  { name: "newquay", title: "Newquay Primary Academy", level: "school" },
  { name: "rufford", title: "Rufford Primary School", level: "school" },
  { name: "slade", title: "Slade", level: "school" },
];
