# SPDX-License-Identifier: BSL-1.0
"""Runs the recipes of cmake/packaging without Conan, vcpkg or a network:
python3 check_packages.py ROOT BUILD FOLDER CMAKE GENERATOR COMPILER

Stubs stand for the two tools, and do what these would: they configure and install. Each package must have the headers that
an installation of BUILD has, its version must be that of CMakeLists.txt, and the project consumer/ must find it.
"""
import fnmatch
import json
import re
import shutil
import subprocess
import sys
import types
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT, BUILD, FOLDER = map(Path, sys.argv[1:4])
CMAKE, GENERATOR, COMPILER = sys.argv[4:]
PACKAGING = ROOT / "cmake" / "packaging"
VERSION = re.search(r"^project\(tapeless\s+VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"), re.MULTILINE)[1]


def cmake(*arguments):
    done = subprocess.run([CMAKE, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(done.stdout)


def configure(source, build, variables):
    cmake("-S", source, "-B", build, "-G", GENERATOR, f"-DCMAKE_CXX_COMPILER={COMPILER}", *(f"-D{name}={value}" for name, value in variables.items()))


def check(holds, what):
    if not holds:
        sys.exit(what)


def check_package(name, package, installed, found_by):
    files = {file.relative_to(package).as_posix() for file in package.rglob("*") if file.is_file()}
    check({file for file in files if file.startswith("include/")} == installed, f"the headers of {name} are those of an installation")
    configure(HERE / "consumer", FOLDER / f"{name}_consumer", {"CMAKE_PREFIX_PATH": found_by})
    found = re.search(r"^tapeless_DIR:PATH=(.*)$", (FOLDER / f"{name}_consumer" / "CMakeCache.txt").read_text(), re.MULTILINE)[1]
    check(Path(found).is_relative_to(package), f"consumer/ finds the package {name}, and not {found}")
    return files


class Toolchain:
    """CMakeToolchain: variables for the CMake of the same recipe."""

    def __init__(self, recipe):
        self.recipe, self.cache_variables = recipe, {}

    def generate(self):
        self.recipe.variables = self.cache_variables


class Make:
    """CMake: configures, and installs into the package."""

    def __init__(self, recipe):
        self.recipe = recipe

    def configure(self):
        configure(self.recipe.source_folder, self.recipe.build_folder, self.recipe.variables)

    def install(self):
        cmake("--install", self.recipe.build_folder, "--prefix", self.recipe.package_folder)


def copy(_, pattern, source, target):
    for file in Path(source).rglob("*"):
        name = file.relative_to(source).as_posix()
        if file.is_file() and fnmatch.fnmatch(name, pattern):
            (Path(target) / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, Path(target) / name)


def provide(name, **content):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(content)


def loaded(file):
    module = types.ModuleType(file.stem)
    module.__file__ = str(file)
    exec(compile(file.read_text(encoding="utf-8"), file, "exec"), vars(module))
    return module


def check_conan(installed):
    calls = []
    note = lambda name: lambda *arguments, **options: calls.append((name, *arguments))
    provide("conan", ConanFile=object)
    provide("conan.tools")
    provide("conan.tools.build", can_run=lambda _: True)
    provide("conan.tools.cmake", CMake=Make, CMakeToolchain=Toolchain, CMakeDeps=lambda _: types.SimpleNamespace(generate=note("deps")), cmake_layout=note("layout"))
    provide("conan.tools.files", copy=copy)
    check(hasattr(loaded(PACKAGING / "conan" / "test_package" / "conanfile.py").TapelessTest, "test"), "there is a test of the package")
    recipe = loaded(PACKAGING / "conan" / "conanfile.py").Tapeless()
    folder = FOLDER / "conan"
    recipe.recipe_folder = str(PACKAGING / "conan")
    recipe.export_sources_folder = recipe.source_folder = str(folder / "source")
    recipe.build_folder, recipe.package_folder = str(folder / "build"), str(folder / "package")
    recipe.info = types.SimpleNamespace(clear=note("clear"))
    recipe.cpp_info = types.SimpleNamespace(set_property=note("property"))
    recipe.requires = note("requires")

    recipe.set_version()
    check(recipe.version == VERSION, f"the version for Conan is {recipe.version}, and not {VERSION}")
    for step in "export_sources layout requirements package_id generate build package package_info".split():
        getattr(recipe, step)()
    check(("clear",) in calls and ("requires", "boost/[>=1.74 <2]") in calls and ("deps",) in calls, f"the recipe calls {calls}")
    files = check_package("conan", folder / "package", installed, folder / "package" / recipe.cpp_info.builddirs[0])
    check(any(file.endswith("/LICENSE") for file in files), "the package for Conan has the licence")


VCPKG = """
set(CURRENT_PACKAGES_DIR "{package}")
set(PORT tapeless)
function(vcpkg_cmake_configure)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "SOURCE_PATH" "OPTIONS")
  execute_process(COMMAND "{cmake}" -S "${{arg_SOURCE_PATH}}" -B "{build}" -G "{generator}" "-DCMAKE_CXX_COMPILER={compiler}" ${{arg_OPTIONS}} COMMAND_ERROR_IS_FATAL ANY)
endfunction()
function(vcpkg_cmake_install)
  execute_process(COMMAND "{cmake}" --install "{build}" --prefix "${{CURRENT_PACKAGES_DIR}}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()
function(vcpkg_cmake_config_fixup)  # moves the files to share/PORT, and with them the way from there to the prefix
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "CONFIG_PATH" "")
  cmake_path(GET arg_CONFIG_PATH PARENT_PATH parent)
  file(RENAME "${{CURRENT_PACKAGES_DIR}}/${{arg_CONFIG_PATH}}" "${{CURRENT_PACKAGES_DIR}}/share/${{PORT}}")
  file(REMOVE_RECURSE "${{CURRENT_PACKAGES_DIR}}/${{parent}}")
  file(GLOB files "${{CURRENT_PACKAGES_DIR}}/share/${{PORT}}/*.cmake")
  foreach(file IN LISTS files)
    file(READ "${{file}}" text)
    string(REPLACE "LIST_DIR}}/../../../" "LIST_DIR}}/../../" text "${{text}}")
    string(REGEX REPLACE "(get_filename_component\\\\(_IMPORT_PREFIX [^\\n]*\\n)+" "get_filename_component(_IMPORT_PREFIX \\"\\${{CMAKE_CURRENT_LIST_DIR}}/../..\\" ABSOLUTE)\\n" text "${{text}}")
    file(WRITE "${{file}}" "${{text}}")
  endforeach()
endfunction()
function(vcpkg_install_copyright)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "FILE_LIST")
  file(COPY_FILE "${{arg_FILE_LIST}}" "${{CURRENT_PACKAGES_DIR}}/share/${{PORT}}/copyright")
endfunction()
include("{port}/portfile.cmake")
"""


def check_vcpkg(installed):
    port = PACKAGING / "vcpkg" / "tapeless"
    manifest = json.loads((port / "vcpkg.json").read_text(encoding="utf-8"))
    check(manifest["version"] == VERSION, f"the version for vcpkg is {manifest['version']}, and not {VERSION}")
    check(manifest["name"] == port.name and manifest["license"] == "BSL-1.0", "the manifest has the port's name and the licence")
    names = [dependency if isinstance(dependency, str) else dependency["name"] for dependency in manifest["dependencies"]]
    check({"boost-hana", "boost-headers"} < set(names) and all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names), f"the port needs {names}")

    package = FOLDER / "vcpkg" / "package"
    script = FOLDER / "vcpkg" / "port.cmake"
    script.parent.mkdir(parents=True)
    script.write_text(VCPKG.format(package=package, build=FOLDER / "vcpkg" / "build", cmake=CMAKE, generator=GENERATOR, compiler=COMPILER, port=port), encoding="utf-8")
    cmake("-P", script)
    files = check_package("vcpkg", package, installed, package)
    others = {file for file in files if not file.startswith("include/")}
    check(all(file.startswith("share/tapeless/") for file in others), f"a port's files are in include/ and share/tapeless/; there are {others}")
    check({"share/tapeless/copyright", "share/tapeless/usage", "share/tapeless/tapeless-config.cmake"} < others, f"beside headers the port has {others}")


if __name__ == "__main__":
    shutil.rmtree(FOLDER, ignore_errors=True)
    cmake("--install", BUILD, "--prefix", FOLDER / "installed")
    headers = {file.relative_to(FOLDER / "installed").as_posix() for file in (FOLDER / "installed" / "include").rglob("*.hpp")}
    check("include/tapeless/tapeless.hpp" in headers, "an installation has headers")
    check_conan(headers)
    check_vcpkg(headers)
