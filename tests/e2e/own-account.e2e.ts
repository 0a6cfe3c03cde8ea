import { describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { signInByApi } from "./support/api-user.ts";
import { aDeskOfTwo } from "./support/desk-of-two.ts";
import { expect } from "./support/expect.ts";
import { tabTo } from "./support/keyboard.ts";
import { password } from "./support/people.ts";

/** What a person chooses for the own account, and whether mail leaves. */
describe("la propia cuenta y el correo", () => {
  const desk = aDeskOfTwo();

  const fetched = async (address: string) => {
    const reply = await fetch(`${desk.portal.direct}${new URL(address).pathname}`);
    return { status: reply.status, text: await reply.text() };
  };

  test("un punto focal crea la dirección de su calendario con el teclado, la renueva y le pone fin", async () => {
    const page = await desk.comes("ines@example.org", "/es/home");
    await page
      .getByRole("button", { name: /Inés Mejía/ })
      .or(page.locator("summary", { hasText: "Inés Mejía" }))
      .first()
      .press("Enter");
    await page.getByRole("link", { name: "Su cuenta" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Su cuenta" })).toBeVisible();
    await expect(page.getByText("Todavía no se ha creado ninguna dirección")).toBeVisible();
    await page.getByRole("button", { name: "Crear la dirección" }).press("Enter");
    const address = await page.getByLabel("Dirección de su calendario").inputValue();
    const calendar = await fetched(address);
    expect(calendar.status).toBe(200);
    expect(calendar.text).toContain("DTSTART;VALUE=DATE:20270430");
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await expectAccessible(page, { colorScheme: "dark", width: 390 });

    await page.getByRole("button", { name: "Crear otra dirección" }).press("Enter");
    await expect(page.getByLabel("Dirección de su calendario")).not.toHaveValue(address);
    const second = await page.getByLabel("Dirección de su calendario").inputValue();
    expect([(await fetched(address)).status, (await fetched(second)).status]).toEqual([404, 200]);
    // The address is shown once: after loading again, only since when it works.
    await page.reload();
    await expect(page.getByText("Su dirección funciona desde el 10 feb 2027")).toBeVisible();
    await expect(page.getByLabel("Dirección de su calendario")).toHaveCount(0);
    await page.getByRole("button", { name: "Poner fin al calendario" }).press("Enter");
    await expect(page.getByText("Todavía no se ha creado ninguna dirección")).toBeVisible();
    expect((await fetched(second)).status).toBe(404);
  });

  test("quien no quiere el resumen lo dice una vez, y así queda", async () => {
    const page = await desk.comes("paula@example.org", "/es/home#account");
    const wanted = page.getByLabel("Enviarme el resumen");
    await expect(wanted).toBeChecked();
    await wanted.press("Space");
    await expect(wanted).not.toBeChecked();
    await expect(page.getByText("Desde ahora no recibe el resumen.")).toBeAttached();
    await page.reload();
    await expect(wanted).not.toBeChecked();
    await expectAccessible(page, { colorScheme: "light", width: 390 });
  });

  test("la Secretaría se envía un mensaje de prueba y lee qué fue de él", async () => {
    const page = await desk.comes("paula@example.org", "/es/mail");
    await expect(page.getByText(/El portal planificó lo que vence por última vez el 10 feb 2027/)).toBeVisible();
    await page.getByRole("button", { name: "Enviarme un mensaje de prueba" }).press("Enter");
    await expect(page.getByText("El servidor de correo aceptó el mensaje.")).toBeVisible();
    const mine = desk.portal.mail.messages.filter(({ to }) => to.includes("paula@example.org"));
    expect(mine.map(({ mail }) => mail.subject)).toContain("Mensaje de prueba del portal de informes");
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
  });

  test("los propios datos y la dirección, solo con el teclado: lo que falta y lo rechazado tienen el cursor", async () => {
    const page = await desk.comes("ines@example.org", "/es/home");
    await tabTo(page, page.locator("summary", { hasText: "Inés Mejía" }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("link", { name: "Sus datos" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Sus datos" })).toBeFocused();
    const save = page.getByRole("button", { name: "Guardar" });
    const phone = page.getByLabel("Teléfono");
    await tabTo(page, phone);
    await page.keyboard.type("2222-3333");
    await tabTo(page, save);
    await page.keyboard.press("Enter");
    await expect(phone).toBeFocused();
    await expect(phone).toHaveAccessibleDescription(/Escriba el número con el signo más/);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("+504 2222 3333");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Guardado: los datos de Inés Mejía.").first()).toBeVisible();
    await expect(phone).toBeFocused();

    const address = page.getByLabel("Nueva dirección de correo");
    const secret = page.getByLabel("Su contraseña");
    await tabTo(page, address);
    await page.keyboard.type("uno@gob.example, dos@gob.example");
    await page.keyboard.press("Enter");
    await expect(address).toBeFocused();
    await expect(address).toHaveAccessibleDescription(/Escriba una sola dirección completa/);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("ines.mejia@gob.example");
    await tabTo(page, secret);
    await page.keyboard.type("otra contraseña distinta");
    await tabTo(page, page.getByRole("button", { name: "Enviar el enlace" }));
    await page.keyboard.press("Enter");
    // The server has refused it: the cursor is where it is corrected.
    await expect(secret).toBeFocused();
    await expect(secret).toHaveAccessibleDescription(/No es su contraseña\./);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await expect(page.getByText(/ines\.mejia@gob\.example espera que se confirme/)).toBeVisible();
    await expect(secret).toBeFocused();
    await expect(secret).toHaveValue("");
  });

  test("la contraseña se cambia con la actual: aquí sigue la sesión, en otra parte se cierra, y llega un mensaje", async () => {
    const elsewhere = await signInByApi(desk.portal, "ines@example.org");
    const page = await desk.comes("ines@example.org", "/es/home#account");
    const part = page.getByRole("region", { name: "Contraseña" });
    const save = part.getByRole("button", { name: "Cambiar la contraseña" });
    const fill = async (current: string, next: string, again = next) => {
      await part.getByLabel("Contraseña actual").fill(current);
      await part.getByLabel("Contraseña nueva").fill(next);
      await part.getByLabel("La misma otra vez").fill(again);
      await save.press("Enter");
    };
    await save.press("Enter");
    await expect(part.getByText("Escriba su contraseña actual.")).toBeVisible();
    await expect(part.getByLabel("Contraseña actual")).toBeFocused();
    const next = "nueve barcas vuelven de noche";
    await fill(password, next, "otra cosa que no es lo mismo");
    await expect(part.getByText("Las dos no son iguales.")).toBeVisible();
    // The page leads there a moment later; what is typed until then would go there too.
    await expect(part.getByLabel("La misma otra vez")).toBeFocused();
    await fill("no es esta, sino otra cualquiera", next);
    await expect(part.getByText("Esta no es su contraseña actual.")).toBeVisible();
    await expect(part.getByLabel("Contraseña actual")).toBeFocused();
    await fill(password, "contraseña contraseña");
    await expect(part.getByText(/Esta contraseña es fácil de adivinar/)).toBeVisible();
    await expectAccessible(page, { colorScheme: "light", width: 390 });
    await expectAccessible(page, { colorScheme: "dark", width: 1440 });
    await fill(password, next);
    await expect(part.getByText("Su contraseña se cambió.")).toBeVisible();
    await expect(part.getByLabel("Contraseña nueva")).toHaveValue("");
    await page.reload();
    await expect(part).toBeVisible();
    await expect(elsewhere.get("/session/person")).rejects.toThrow("401");
    await elsewhere.leave();
    await desk.portal.settleMail();
    const mine = desk.portal.mail.messages.filter(({ to }) => to.includes("ines@example.org"));
    expect(mine.map(({ mail }) => mail.subject)).toContain("Se cambió su contraseña del portal de informes");
    const again = await signInByApi(desk.portal, "ines@example.org", next);
    await again.leave();
  });
});
