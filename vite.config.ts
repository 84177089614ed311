import { stichtag } from "stichtag/vite";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [stichtag()] });
