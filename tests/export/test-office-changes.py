#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an editor gets who accepts, or rejects, all changes in LibreOffice.

A macro does what the menu does, in a profile of its own."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from office import squeeze  # noqa: E402
from samples import Samples  # noqa: E402

OPENOFFICE = "http://openoffice.org/2000"
PROFILE = {
    "script.xlc": f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="{OPENOFFICE}/library">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>""",
    "Standard/script.xlb": f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="{OPENOFFICE}/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>""",
    "Standard/Changes.xba": f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="{OPENOFFICE}/script" script:name="Changes" script:language="StarBasic">
Sub Settle
  On Error Goto Failed
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  paths = Split(Environ("SETTLE"), ":")
  For i = 0 To UBound(paths)
    Call SettleOne(dispatcher, "file://" &amp; paths(i), "Accept")
    Call SettleOne(dispatcher, "file://" &amp; paths(i), "Reject")
  Next
Failed:
End Sub
Sub SettleOne(dispatcher, url, how)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  document = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
  dispatcher.executeDispatch(document.CurrentController.Frame, _
                             ".uno:" &amp; how &amp; "AllTrackedChanges", "", 0, Array())
  document.storeToURL(url &amp; "." &amp; how &amp; ".txt", filter())
  document.close(True)
End Sub
</script:module>""",
}
ARTICLE = Path(os.environ["EXPORT_RECORD"], "article.txt").read_text()
CHANGES = {
    "The council had asked for 8 percent in the spring":
        "The council had asked for 6 percent in March",
    " on Monday": "",  # with the space before it
}


def settle(folder, paths):
    """Writes beside each of @paths what is left when its changes are accepted and rejected."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    # A profile takes macros once there is one.
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "txt", "--outdir", folder,
                    paths[0]], check=True, capture_output=True, timeout=240)
    for name, text in PROFILE.items():
        path = Path(folder, "profile", "user", "basic", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    subprocess.run(
        ["soffice", profile, "--headless", "macro:///Standard.Changes.Settle"],
        env=os.environ | {"SETTLE": ":".join(map(str, paths))},
        check=True, capture_output=True, timeout=240,
    )


class ChangesTest(Samples):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.settled = tempfile.TemporaryDirectory(prefix="galley-changes-")
        cls.addClassCleanup(cls.settled.cleanup)
        cls.paths = [Path(cls.settled.name, f"record.{extension}") for extension in ("docx", "odt")]
        for path in cls.paths:
            os.link(Path(cls.folder.name, "layouts", f"record-annotated{path.suffix}"), path)
        settle(cls.settled.name, cls.paths)

    def left(self, path, how):
        """The paragraphs of the article."""
        text = Path(f"{path}.{how}.txt").read_text(encoding="utf-8-sig")
        return text.partition("\nReviewed version\n")[0].split("\n")

    def test_changes(self):
        article = [line for line in ARTICLE.split("\n") if line]
        accepted = article.copy()
        for old, new in CHANGES.items():
            self.assertEqual(ARTICLE.count(old), 1)
            accepted = [line.replace(old, new) for line in accepted]
        for path in self.paths:
            with self.subTest(path.name):
                self.assertEqual(self.left(path, "Reject"), article)
                self.assertEqual(self.left(path, "Accept"), accepted)


if __name__ == "__main__":
    tap.main()
