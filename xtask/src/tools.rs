//! The build tools: their pinned versions, and the cache that they are installed in.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use xshell::{Shell, cmd};

use crate::system;

/// A tool in the cache, in a folder named after its name and version.
#[derive(Debug)]
pub(crate) struct Tool {
    name: &'static str,
    version: &'static str,
    registry: Registry,
    /// The duration of an install, shown to the user.
    takes: &'static str,
}

/// The registry that a tool comes from.
#[derive(Debug)]
enum Registry {
    /// Compiled on this machine, with these additional options.
    Cargo(&'static [&'static str]),
    /// A package that contains prebuilt programs.
    Npm,
}

/// Builds and serves the page. Without TLS it cannot download anything, so only the versions below are used.
pub(crate) const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    registry: Registry::Cargo(&["--no-default-features"]),
    takes: "about five minutes",
};
/// Generates the JavaScript for the WebAssembly. The version must equal that of the crate `wasm-bindgen` exactly.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.129",
    registry: Registry::Cargo(&[]),
    takes: "about two minutes",
};
/// Minifies WebAssembly.
pub(crate) const BINARYEN: Tool =
    Tool { name: "binaryen", version: "132.0.0", registry: Registry::Npm, takes: "some seconds" };
/// Minifies JavaScript and CSS.
pub(crate) const ESBUILD: Tool =
    Tool { name: "esbuild", version: "0.28.2", registry: Registry::Npm, takes: "some seconds" };

/// The compilation target of the page.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Ensures that the tools are installed, and puts them first on the shell's PATH.
///
/// # Errors
/// When an install fails, or `Cargo.lock` requires a different version of `wasm-bindgen` than the one pinned here.
pub(crate) fn provide(sh: &Shell, tools: &[&Tool]) -> Result<()> {
    let cache = cache()?;
    let mut path = Vec::new();
    for tool in tools {
        if tool.name == WASM_BINDGEN.name {
            check_wasm_bindgen(&sh.read_file("Cargo.lock")?)?;
        }
        path.push(tool.provide(sh, &cache)?);
    }
    let rest = sh.var_os("PATH").unwrap_or_default();
    path.extend(std::env::split_paths(&rest));
    sh.set_var("PATH", std::env::join_paths(path).context("a folder on the PATH has a ':' in its name")?);
    Ok(())
}

/// Ensures that the compiler can build for the browser.
///
/// # Errors
/// When the target is missing and cannot be added.
pub(crate) fn provide_target(sh: &Shell) -> Result<()> {
    let installed = cmd!(sh, "rustup target list --installed")
        .quiet()
        .read()
        .with_context(|| format!("cannot ask rustup for the installed targets; the page needs {TARGET}"))?;
    if installed.lines().any(|target| target == TARGET) {
        return Ok(());
    }
    println!("installing the Rust target {TARGET} (some seconds)");
    cmd!(sh, "rustup target add {TARGET}")
        .run()
        .with_context(|| format!("cannot install the Rust target {TARGET}"))
}

impl Tool {
    /// Installs the tool if it is missing, and returns the folder of its programs.
    fn provide(&self, sh: &Shell, cache: &Path) -> Result<PathBuf> {
        if matches!(self.registry, Registry::Npm) {
            // The programs are scripts that require Node.js.
            system::require(&["node"])?;
        }
        let folder = cache.join(format!("{}-{}", self.name, self.version));
        if !folder.exists() {
            fill(cache, &folder, self.takes, Path::exists, |partial| self.install(sh, partial))
                .with_context(|| format!("cannot install {} {}", self.name, self.version))?;
        }
        Ok(folder.join(match self.registry {
            Registry::Cargo(_) => "bin",
            Registry::Npm => "node_modules/.bin",
        }))
    }

    /// Builds or downloads the tool into an empty folder.
    fn install(&self, sh: &Shell, partial: &Path) -> Result<()> {
        let (name, version) = (self.name, self.version);
        match self.registry {
            Registry::Cargo(options) => {
                // Another command may hold the lock of the project's target folder.
                cmd!(sh, "cargo install --locked --root {partial} {options...} {name}@{version}")
                    .env_remove("CARGO_TARGET_DIR")
                    // Trunk's own profile optimizes for minutes, which is not worth it for programs that run for a
                    // second.
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                    .env("CARGO_PROFILE_RELEASE_LTO", "off")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                    .run()?;
            }
            Registry::Npm => {
                system::require(&["npm"])?;
                // The packages contain their programs, so no install script needs to run.
                let options = ["--no-save", "--no-package-lock", "--ignore-scripts"];
                cmd!(sh, "npm install --prefix {partial} {options...} {name}@{version}").run()?;
            }
        }
        Ok(())
    }
}

/// Python packages in the cache, in a virtual environment named after the main package.
///
/// Only its Python can be used, not the other programs in it.
#[derive(Debug)]
pub(crate) struct Environment {
    name: &'static str,
    version: &'static str,
    /// All packages with their versions, in pip's requirements file format.
    requirements: &'static str,
    takes: &'static str,
}

/// Parses the YAML that the wizard writes.
pub(crate) const PYYAML: Environment =
    Environment { name: "pyyaml", version: "6.0.3", requirements: "PyYAML==6.0.3\n", takes: "some seconds" };
/// The packages that the Python written by the wizard uses.
pub(crate) const AZURE_SDKS: Environment = Environment {
    name: "azure-ai-ml",
    version: "1.35.2",
    requirements: include_str!("../../tests/sdk/requirements.txt"),
    takes: "about a minute",
};
/// Builds the example site with the theme Material.
pub(crate) const MKDOCS: Environment = Environment {
    name: "mkdocs-material",
    version: "9.8.2",
    requirements: include_str!("../../examples/embed/mkdocs/requirements.txt"),
    takes: "some seconds",
};
/// Builds the example site with the theme Furo.
pub(crate) const SPHINX: Environment = Environment {
    name: "sphinx",
    version: "9.0.4",
    requirements: include_str!("../../examples/embed/sphinx/requirements.txt"),
    takes: "some seconds",
};

impl Environment {
    /// Installs the packages if they are missing, and returns the path of the Python that has them.
    ///
    /// # Errors
    /// When an install fails.
    pub(crate) fn provide(&self, sh: &Shell) -> Result<PathBuf> {
        let cache = cache()?;
        let folder = cache.join(format!("{}-{}", self.name, self.version));
        if !self.is_whole(&folder) {
            let install = |partial: &Path| self.install(sh, partial);
            fill(&cache, &folder, self.takes, |folder| self.is_whole(folder), install)
                .with_context(|| format!("cannot install {} {}", self.name, self.version))?;
        }
        Ok(folder.join(PYTHON))
    }

    /// An environment breaks when the Python that created it is removed. It is outdated when the version of one of its
    /// packages changes.
    fn is_whole(&self, folder: &Path) -> bool {
        let installed = fs::read_to_string(folder.join(REQUIREMENTS));
        installed.is_ok_and(|installed| installed == self.requirements) && folder.join(PYTHON).exists()
    }

    fn install(&self, sh: &Shell, partial: &Path) -> Result<()> {
        system::provide_venv(sh)?;
        cmd!(sh, "python3 -m venv {partial}").run()?;
        let (python, requirements) = (partial.join(PYTHON), partial.join(REQUIREMENTS));
        fs::write(&requirements, self.requirements)?;
        // The program pip contains the path of the folder, which is renamed afterwards. Calling it through Python
        // avoids that.
        let options = ["--quiet", "--no-input", "--disable-pip-version-check"];
        cmd!(sh, "{python} -m pip install {options...} --requirement {requirements}").run()?;
        Ok(())
    }
}

/// The path of Python in an environment.
const PYTHON: &str = "bin/python";
/// The copy of the requirements that an environment was created from.
const REQUIREMENTS: &str = "requirements.txt";

/// Fills a folder of the cache, unless it is already complete.
///
/// The install goes into a folder next to the final one, which is renamed at the end. A folder with the final name is
/// therefore always complete.
fn fill(
    cache: &Path,
    folder: &Path,
    takes: &str,
    is_whole: impl Fn(&Path) -> bool,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    fs::create_dir_all(cache).with_context(|| format!("cannot create {}", cache.display()))?;
    let lock = File::create(cache.join(".lock"))?;
    if lock.try_lock().is_err() {
        println!("waiting for another install to finish");
        lock.lock()?;
    }
    if is_whole(folder) {
        return Ok(());
    }

    let name = folder.file_name().unwrap_or_default().display();
    let partial = folder.with_file_name(format!("{name}.partial"));
    if partial.exists() {
        println!("the last install of {name} was interrupted; starting over");
        fs::remove_dir_all(&partial)?;
    }
    if folder.exists() {
        println!("{name} is not what it should be any more; starting over");
        fs::remove_dir_all(folder)?;
    }
    println!("installing {name} into {} ({takes})", cache.display());
    fs::create_dir(&partial)?;
    install(&partial)?;
    fs::rename(&partial, folder)?;
    Ok(())
}

/// The folder of all tools.
fn cache() -> Result<PathBuf> {
    let absolute = |path: OsString| Some(PathBuf::from(path)).filter(|path| path.is_absolute());
    let user = std::env::var_os("XDG_CACHE_HOME").and_then(absolute);
    let user = user.or_else(|| Some(std::env::home_dir()?.join(".cache")));
    Ok(user.context("neither XDG_CACHE_HOME nor HOME is set")?.join("azureml-k8s-wizard/tools"))
}

/// The two halves of wasm-bindgen work together only if their versions are equal.
fn check_wasm_bindgen(lock: &str) -> Result<()> {
    let Some(locked) = locked_version(lock, "wasm-bindgen") else {
        bail!("Cargo.lock has no wasm-bindgen");
    };
    let pinned = WASM_BINDGEN.version;
    ensure!(
        locked == pinned,
        "Cargo.lock has wasm-bindgen {locked}, but xtask/src/tools.rs has wasm-bindgen-cli {pinned}: make them equal"
    );
    Ok(())
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let version = lock.lines().skip_while(|line| *line != name).nth(1)?;
    version.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::{AZURE_SDKS, MKDOCS, PYYAML, SPHINX, check_wasm_bindgen, locked_version};

    #[test]
    fn finds_a_version_in_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.100\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.100"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn both_halves_of_wasm_bindgen_have_one_version() {
        check_wasm_bindgen(include_str!("../../Cargo.lock")).unwrap();
    }

    #[test]
    fn an_environment_is_named_after_a_package_in_it() {
        for environment in [PYYAML, AZURE_SDKS, MKDOCS, SPHINX] {
            let pinned = format!("{}=={}", environment.name, environment.version);
            let mut lines = environment.requirements.lines();
            assert!(lines.any(|line| line.eq_ignore_ascii_case(&pinned)), "{pinned}");
        }
    }
}
