// `npm run extension`: packs the extension for VS Code, and says where it lies.

import { fileURLToPath } from "node:url";
import { packExtension } from "./pack.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packed = await packExtension(root, `${root}dist/extension`);
console.log(`Install it with: code --install-extension ${packed}`);
