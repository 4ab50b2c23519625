//! `cargo xtask serve`: serves the page on this machine and rebuilds it after each change.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use xshell::Shell;

use crate::dist;

/// The interval for checking whether the page is available or Trunk has exited.
const BEAT: Duration = Duration::from_millis(200);

/// Serves until Ctrl+C.
///
/// # Errors
/// When the port is taken, a tool cannot be installed, or Trunk fails.
pub(crate) fn run(sh: &Shell, release: bool, port: u16) -> Result<()> {
    check_free(port)?;
    dist::provide(sh)?;

    let (stop, stopped) = mpsc::channel();
    // Trunk would survive a signal that is sent only to this process.
    ctrlc::set_handler(move || stop.send(()).unwrap_or_default()).context("cannot wait for Ctrl+C")?;

    println!("building; the first build takes a minute or two");
    let mut trunk = dist::trunk(sh, "serve", release)?.arg(format!("--port={port}"));
    if release {
        // The script that reloads the page is not part of what `dist` publishes.
        trunk = trunk.arg("--no-autoreload");
    }
    let mut trunk = Command::from(trunk).spawn().context("cannot start trunk")?;
    let outcome = watch(sh, &mut trunk, port, &stopped);
    // Fails only if Trunk has already exited.
    let _ = trunk.kill();
    let _ = trunk.wait();
    outcome
}

/// Trunk opens the port only after the first build. Checking it now saves that wait.
fn check_free(port: u16) -> Result<()> {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).err();
    let Some(error) = taken else { return Ok(()) };
    bail!("cannot listen on 127.0.0.1:{port} ({error}); another port: cargo xtask serve --port N")
}

/// Reports when the page is available. Returns when Trunk has exited or should exit.
fn watch(sh: &Shell, trunk: &mut Child, port: u16, stopped: &Receiver<()>) -> Result<()> {
    // A failed build leaves this folder behind. Trunk then serves an earlier build, or nothing.
    let unfinished = sh.current_dir().join(dist::FOLDER).join(".stage");
    let mut is_announced = false;
    loop {
        if let Some(status) = trunk.try_wait()? {
            ensure!(status.success(), "trunk ended: {status}");
            return Ok(());
        }
        if !is_announced && answers(port) && !unfinished.exists() {
            println!("\n  serving on http://127.0.0.1:{port} (Ctrl+C ends it)\n");
            is_announced = true;
        }
        match stopped.recv_timeout(BEAT) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
    }
}

/// Whether the page is available.
fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        connection.set_read_timeout(Some(BEAT))?;
        connection.write_all(b"GET / HTTP/1.0\r\n\r\n")?;
        let mut status = [0; 12];
        connection.read_exact(&mut status)?;
        Ok(status.ends_with(b" 200"))
    };
    ask().unwrap_or(false)
}
