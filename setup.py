"""What a wheel holds besides the packages that pyproject.toml names: the files of the pages and the seeds, which lie in
folders of their own in a clone. They go into the one package that reads them (`opdeplank.settings.shipped`)."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

BESIDE = ("web/templates", "web/static", "web/graphiql/gebouwd", "web/widget", "web/kaart/kaart.json", "seeds")


class WithWhatLiesBeside(build_py):
    def run(self) -> None:
        super().run()
        if self.editable_mode:  # the clone itself is read
            return
        target = Path(self.build_lib, "opdeplank", "bij")
        shutil.rmtree(target, ignore_errors=True)  # of a build before this one
        for name in BESIDE:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            if Path(name).is_dir():
                shutil.copytree(name, target / name)
            else:
                shutil.copy2(name, target / name)


setup(cmdclass={"build_py": WithWhatLiesBeside})
