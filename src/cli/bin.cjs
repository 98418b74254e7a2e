#!/usr/bin/env node
// Starts the command line, or says which Node it needs. Written so that even a very old Node can read it to the end.

"use strict";

var wanted = [22, 12];
var found = process.versions.node.split(".").map(Number);
var isOld = found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1]);

if (isOld) {
  console.error("rollcall needs Node " + wanted.join(".") + " or newer, and this is Node " + found.join(".") + ".");
  console.error("Install a current Node from https://nodejs.org and run rollcall again.");
  process.exitCode = 2;
} else {
  // What was compiled once is not compiled again the next time.
  require("node:module").enableCompileCache();
  void import("./main.js");
}
