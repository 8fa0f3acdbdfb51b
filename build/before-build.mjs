// electron-builder's hook before dependencies are gathered: there are none, everything is bundled into out/app.
export default function beforeBuild() {
  return false;
}
