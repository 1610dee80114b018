<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
 <context>
  <name>AccountFlow</name>
  <message numerus="yes">
   <source>%n entries are not on the server yet. Leave the center once they are sent.</source>
   <translation>
    <numerusform>%n entrada aún no está en el servidor. Deje el centro cuando se haya enviado.</numerusform>
    <numerusform>%n entradas aún no están en el servidor. Deje el centro cuando se hayan enviado.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n entries stay on this computer and are sent at your next sign-in.</source>
   <translation>
    <numerusform>%n entrada queda en esta computadora y se envía la próxima vez que inicie sesión.</numerusform>
    <numerusform>%n entradas quedan en esta computadora y se envían la próxima vez que inicie sesión.</numerusform>
   </translation>
  </message>
  <message>
   <source>1 entry is not on the server yet. Leave the center once it is sent.</source>
   <translation>1 entrada aún no está en el servidor. Deje el centro cuando se haya enviado.</translation>
  </message>
  <message>
   <source>1 entry stays on this computer and is sent at your next sign-in.</source>
   <translation>1 entrada queda en esta computadora y se envía la próxima vez que inicie sesión.</translation>
  </message>
  <message>
   <source>Log this call first, then sign in or out.</source>
   <translation>Registre primero esta llamada; después inicie o cierre sesión.</translation>
  </message>
  <message>
   <source>Signing out...</source>
   <translation>Cerrando sesión...</translation>
  </message>
  <message>
   <source>Your password ends on {0}. Ask your administrator to renew it in time.</source>
   <translation>Su contraseña vence el {0}. Pida a tiempo a su administrador que la renueve.</translation>
  </message>
  <message>
   <source>{0} Your password may still be in the keyring.</source>
   <translation>{0} Es posible que su contraseña siga en el llavero.</translation>
  </message>
 </context>
 <context>
  <name>AccountSheet</name>
  <message>
   <source>Change my password</source>
   <translation>Cambiar mi contraseña</translation>
  </message>
  <message>
   <source>Leave this center for the database on this computer</source>
   <translation>Dejar este centro y usar la base de datos de esta computadora</translation>
  </message>
  <message>
   <source>Lock this desk ({0})</source>
   <translation>Bloquear este puesto ({0})</translation>
  </message>
  <message>
   <source>Nobody is signed in</source>
   <translation>Nadie ha iniciado sesión</translation>
  </message>
  <message>
   <source>Server: {0}.</source>
   <translation>Servidor: {0}.</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Iniciar sesión</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>Cerrar sesión</translation>
  </message>
 </context>
 <context>
  <name>AlertSheet</name>
  <message>
   <source>Alerts</source>
   <translation>Alertas</translation>
  </message>
 </context>
 <context>
  <name>AllCallbacksFlow</name>
  <message>
   <source>Callbacks open after the call.</source>
   <translation>Las llamadas pendientes se abren después de la llamada.</translation>
  </message>
  <message>
   <source>Log or park this call first.</source>
   <translation>Primero registre o aparque esta llamada.</translation>
  </message>
 </context>
 <context>
  <name>AllCallbacksSheet</name>
  <message numerus="yes">
   <source>%n late</source>
   <translation>
    <numerusform>%n atrasada</numerusform>
    <numerusform>%n atrasadas</numerusform>
   </translation>
  </message>
  <message>
   <source>Callbacks</source>
   <translation>Llamadas pendientes</translation>
  </message>
  <message>
   <source>No callbacks are due</source>
   <translation>No hay llamadas pendientes</translation>
  </message>
  <message>
   <source>Those that you promise are listed here, and what others leave too long.</source>
   <translation>Aquí aparecen las que usted promete y las que otros dejan esperar demasiado.</translation>
  </message>
 </context>
 <context>
  <name>AnswersPane</name>
  <message numerus="yes">
   <source>Approved content, %n found</source>
   <translation>
    <numerusform>Contenido aprobado, %n encontrado</numerusform>
    <numerusform>Contenido aprobado, %n encontrados</numerusform>
   </translation>
  </message>
  <message>
   <source>Approved content, 1 found</source>
   <translation>Contenido aprobado, 1 encontrado</translation>
  </message>
  <message>
   <source>Find an answer</source>
   <translation>Buscar una respuesta</translation>
  </message>
  <message>
   <source>What is asked</source>
   <translation>Lo que se pregunta</translation>
  </message>
 </context>
 <context>
  <name>Application</name>
  <message>
   <source>Finish and close what is open, then change the language.</source>
   <translation>Termine y cierre lo que está abierto; después cambie el idioma.</translation>
  </message>
  <message>
   <source>Log this call first, then change the language.</source>
   <translation>Registre primero esta llamada; después cambie el idioma.</translation>
  </message>
  <message>
   <source>People are being brought in. Change the language when that is done.</source>
   <translation>Se están incorporando personas. Cambie el idioma cuando eso termine.</translation>
  </message>
  <message>
   <source>Something went wrong that is not known. Report what the log says.</source>
   <translation>Algo desconocido salió mal. Comunique lo que dice el registro de errores.</translation>
  </message>
  <message>
   <source>The console cannot start</source>
   <translation>La consola no puede iniciar</translation>
  </message>
 </context>
 <context>
  <name>AppointmentSheet</name>
  <message>
   <source>Appointment</source>
   <translation>Cita</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Opcional</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lugar</translation>
  </message>
  <message>
   <source>What for</source>
   <translation>Para qué</translation>
  </message>
  <message>
   <source>When, for the person</source>
   <translation>Cuándo, en la hora de la persona</translation>
  </message>
  <message>
   <source>With</source>
   <translation>Con</translation>
  </message>
 </context>
 <context>
  <name>ArrivalsFlow</name>
  <message>
   <source>About 400 invented people of a flu season.</source>
   <translation>Unas 400 personas inventadas de una temporada de gripe.</translation>
  </message>
  <message>
   <source>An administrator brings people in with: engagement-console import. Calls about nobody and new people can be logged already.</source>
   <translation>Un administrador incorpora a las personas con: engagement-console import. Ya se pueden registrar llamadas sobre nadie y personas nuevas.</translation>
  </message>
  <message>
   <source>Importing</source>
   <translation>Importando</translation>
  </message>
  <message>
   <source>Making the demo</source>
   <translation>Creando la demostración</translation>
  </message>
  <message>
   <source>Nobody is on record yet</source>
   <translation>Todavía no hay nadie registrado</translation>
  </message>
  <message>
   <source>You can take calls meanwhile. {0} shows how far it is.</source>
   <translation>Mientras tanto puede atender llamadas. {0} muestra el avance.</translation>
  </message>
 </context>
 <context>
  <name>Ask</name>
  <message>
   <source>Match</source>
   <translation>Coincide</translation>
  </message>
  <message>
   <source>No match</source>
   <translation>Distinto</translation>
  </message>
  <message>
   <source>To ask</source>
   <translation>Falta</translation>
  </message>
 </context>
 <context>
  <name>BarSheet</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
 </context>
 <context>
  <name>BookPage</name>
  <message>
   <source>Go on</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Imports, newest first</source>
   <translation>Importaciones, la más reciente primero</translation>
  </message>
  <message>
   <source>New import</source>
   <translation>Importación nueva</translation>
  </message>
  <message>
   <source>No imports yet</source>
   <translation>Todavía no hay importaciones</translation>
  </message>
  <message>
   <source>People come in from FHIR files, tables and workbooks.</source>
   <translation>Las personas llegan de archivos FHIR, tablas y libros de cálculo.</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Informe</translation>
  </message>
  <message>
   <source>The first one is being begun.</source>
   <translation>La primera está comenzando.</translation>
  </message>
  <message>
   <source>The imports cannot be read now</source>
   <translation>Las importaciones no se pueden leer ahora</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
 </context>
 <context>
  <name>BreakSheet</name>
  <message>
   <source>Not ready: why?</source>
   <translation>No disponible: ¿por qué?</translation>
  </message>
  <message>
   <source>Supervisors see the reason and since when. A call that begins ends it.</source>
   <translation>Los supervisores ven el motivo y desde cuándo. Una llamada que empieza le pone fin.</translation>
  </message>
 </context>
 <context>
  <name>Breaks</name>
  <message>
   <source>Break</source>
   <translation>Pausa</translation>
  </message>
  <message>
   <source>Coaching</source>
   <translation>Asesoramiento</translation>
  </message>
  <message>
   <source>Lunch</source>
   <translation>Almuerzo</translation>
  </message>
  <message>
   <source>Meeting</source>
   <translation>Reunión</translation>
  </message>
  <message>
   <source>Paperwork</source>
   <translation>Papeleo</translation>
  </message>
  <message>
   <source>Technical problem</source>
   <translation>Problema técnico</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Capacitación</translation>
  </message>
 </context>
 <context>
  <name>CallBox</name>
  <message>
   <source>Answer</source>
   <translation>Contestar</translation>
  </message>
  <message>
   <source>Call: {0}</source>
   <translation>Llamada: {0}</translation>
  </message>
  <message>
   <source>Dial</source>
   <translation>Marcar</translation>
  </message>
  <message>
   <source>Dial again</source>
   <translation>Marcar otra vez</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Terminada</translation>
  </message>
  <message>
   <source>Hang up</source>
   <translation>Colgar</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>En espera</translation>
  </message>
  <message>
   <source>Hold</source>
   <translation>Espera</translation>
  </message>
  <message>
   <source>Live</source>
   <translation>En línea</translation>
  </message>
  <message>
   <source>No call</source>
   <translation>Sin llamada</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Retomar</translation>
  </message>
  <message>
   <source>Ringing</source>
   <translation>Timbrando</translation>
  </message>
  <message>
   <source>Start a call</source>
   <translation>Iniciar llamada</translation>
  </message>
  <message>
   <source>Wrap-up</source>
   <translation>Cierre</translation>
  </message>
 </context>
 <context>
  <name>CallFlow</name>
  <message>
   <source>A number was to be dialed by hand: no telephone program took it.</source>
   <translation>Había que marcar un número a mano: ningún programa de teléfono lo tomó.</translation>
  </message>
  <message>
   <source>Dial {number} by hand: no telephone program took it.</source>
   <translation>Marque {number} a mano: ningún programa de teléfono lo tomó.</translation>
  </message>
  <message>
   <source>It rang during another call.</source>
   <translation>Sonó durante otra llamada.</translation>
  </message>
  <message>
   <source>Log the call that ended first, then dial again.</source>
   <translation>Registre primero la llamada que terminó; después marque otra vez.</translation>
  </message>
  <message>
   <source>Ringing: {number}. Log or park this call, then answer with {key}.</source>
   <translation>Suena: {number}. Registre o aparque esta llamada y conteste con {key}.</translation>
  </message>
 </context>
 <context>
  <name>CallbackSheet</name>
  <message>
   <source>Callback</source>
   <translation>Volver a llamar</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Opcional</translation>
  </message>
  <message>
   <source>The person asked for this time</source>
   <translation>La persona pidió esta hora</translation>
  </message>
  <message>
   <source>What for</source>
   <translation>Para qué</translation>
  </message>
  <message>
   <source>When, for the person</source>
   <translation>Cuándo, en la hora de la persona</translation>
  </message>
 </context>
 <context>
  <name>CareRow</name>
  <message>
   <source>Care</source>
   <translation>Atención</translation>
  </message>
 </context>
 <context>
  <name>Chip</name>
  <message>
   <source>{0}, added</source>
   <translation>{0}, agregado</translation>
  </message>
 </context>
 <context>
  <name>ChoosePage</name>
  <message>
   <source>A folder brings everything in it.</source>
   <translation>Una carpeta trae todo lo que contiene.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Comenzar</translation>
  </message>
  <message>
   <source>Choose a folder</source>
   <translation>Elegir una carpeta</translation>
  </message>
  <message>
   <source>Choose files</source>
   <translation>Elegir archivos</translation>
  </message>
  <message>
   <source>Dry run: read everything, change nothing</source>
   <translation>Ensayo: leer todo, no cambiar nada</translation>
  </message>
  <message>
   <source>Enter adds it to the list.</source>
   <translation>Enter lo agrega a la lista.</translation>
  </message>
  <message>
   <source>Enter begins; Delete in the list takes one away.</source>
   <translation>Enter comienza; Delete en la lista quita uno.</translation>
  </message>
  <message>
   <source>File or folder</source>
   <translation>Archivo o carpeta</translation>
  </message>
  <message>
   <source>Looking at the files</source>
   <translation>Revisando los archivos</translation>
  </message>
  <message>
   <source>Name a file or a folder first.</source>
   <translation>Primero indique un archivo o una carpeta.</translation>
  </message>
  <message>
   <source>Nothing chosen yet.</source>
   <translation>Todavía no eligió nada.</translation>
  </message>
  <message>
   <source>Save rejected rows beside the first file</source>
   <translation>Guardar las filas rechazadas junto al primer archivo</translation>
  </message>
  <message>
   <source>To be imported</source>
   <translation>Por importar</translation>
  </message>
  <message>
   <source>Type or paste a path</source>
   <translation>Escriba o pegue una ruta</translation>
  </message>
 </context>
 <context>
  <name>ChordField</name>
  <message>
   <source>Press the new key</source>
   <translation>Pulse la nueva tecla</translation>
  </message>
 </context>
 <context>
  <name>ClaimFlow</name>
  <message>
   <source>Offline: no callback can be taken now, only what you already took.</source>
   <translation>Sin conexión: no se puede tomar ninguna llamada pendiente nueva, solo las que ya tomó.</translation>
  </message>
  <message>
   <source>Somebody else has this callback by now. Log what was said: it is kept, and your supervisor sees that there were two calls.</source>
   <translation>Otra persona ya tomó esta llamada pendiente. Registre lo que se dijo: se conserva, y su supervisor verá que hubo dos llamadas.</translation>
  </message>
 </context>
 <context>
  <name>ColumnEditor</name>
  <message>
   <source>(empty)</source>
   <translation>(vacío)</translation>
  </message>
  <message>
   <source>Dates</source>
   <translation>Fechas</translation>
  </message>
  <message>
   <source>Fills</source>
   <translation>Llena</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>Nada</translation>
  </message>
  <message>
   <source>The word</source>
   <translation>La palabra</translation>
  </message>
  <message>
   <source>What it says</source>
   <translation>Lo que dice</translation>
  </message>
  <message>
   <source>means</source>
   <translation>significa</translation>
  </message>
  <message>
   <source>{0} fills</source>
   <translation>{0} llena</translation>
  </message>
 </context>
 <context>
  <name>ColumnGrid</name>
  <message>
   <source>Columns</source>
   <translation>Columnas</translation>
  </message>
 </context>
 <context>
  <name>Columns</name>
  <message>
   <source>Column</source>
   <translation>Columna</translation>
  </message>
  <message>
   <source>Fills</source>
   <translation>Llena</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Cómo</translation>
  </message>
  <message>
   <source>Says</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>vacía</translation>
  </message>
  <message>
   <source>fills {0}</source>
   <translation>llena {0}</translation>
  </message>
  <message>
   <source>for example {0}</source>
   <translation>por ejemplo {0}</translation>
  </message>
 </context>
 <context>
  <name>ComplaintSheet</name>
  <message>
   <source>Complaint</source>
   <translation>Queja</translation>
  </message>
  <message>
   <source>Say what the complaint is.</source>
   <translation>Diga cuál es la queja.</translation>
  </message>
  <message>
   <source>What the person complains of, in their words</source>
   <translation>De qué se queja la persona, en sus palabras</translation>
  </message>
 </context>
 <context>
  <name>ConsentRow</name>
  <message>
   <source>Consent</source>
   <translation>Permisos</translation>
  </message>
  <message>
   <source>Consents from {0}</source>
   <translation>Consentimientos de las {0}</translation>
  </message>
  <message>
   <source>From {0}</source>
   <comment>consents, since a time</comment>
   <translation>De las {0}</translation>
  </message>
  <message>
   <source>Marketing this week</source>
   <translation>Promoción esta semana</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} de {1}</translation>
  </message>
  <message>
   <source>{0} of {1} a week</source>
   <translation>{0} de {1} por semana</translation>
  </message>
 </context>
 <context>
  <name>ConsolePage</name>
  <message>
   <source>Answers</source>
   <translation>Respuestas</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>Guía</translation>
  </message>
  <message>
   <source>Next steps</source>
   <translation>Próximos pasos</translation>
  </message>
  <message>
   <source>Panes</source>
   <translation>Paneles</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Persona</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Inicio</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Historial</translation>
  </message>
 </context>
 <context>
  <name>ContactPage</name>
  <message>
   <source>Add a phone number, an email or an address</source>
   <translation>Agregar un teléfono, un correo o una dirección</translation>
  </message>
  <message>
   <source>Bring back</source>
   <translation>Recuperar</translation>
  </message>
  <message>
   <source>Correct</source>
   <translation>Corregir</translation>
  </message>
  <message>
   <source>Correct the text</source>
   <translation>Corregir el texto</translation>
  </message>
  <message>
   <source>Correct {0}; Esc leaves it</source>
   <translation>Corregir {0}; Esc lo deja igual</translation>
  </message>
  <message>
   <source>Marked</source>
   <translation>Marcado</translation>
  </message>
  <message>
   <source>Nothing is on record to reach this person by.</source>
   <translation>No hay ningún dato registrado para contactar a esta persona.</translation>
  </message>
  <message>
   <source>Numbers, emails and addresses</source>
   <translation>Números, correos y direcciones</translation>
  </message>
  <message>
   <source>Retire</source>
   <translation>Retirar</translation>
  </message>
  <message>
   <source>Wrong</source>
   <translation>Equivocado</translation>
  </message>
  <message>
   <source>Wrong number</source>
   <translation>Número equivocado</translation>
  </message>
 </context>
 <context>
  <name>ContentList</name>
  <message>
   <source>Answers found</source>
   <translation>Respuestas encontradas</translation>
  </message>
 </context>
 <context>
  <name>ContentModel</name>
  <message numerus="yes">
   <source>%n pages</source>
   <translation>
    <numerusform>%n página</numerusform>
    <numerusform>%n páginas</numerusform>
   </translation>
  </message>
  <message>
   <source>1 page</source>
   <translation>1 página</translation>
  </message>
 </context>
 <context>
  <name>CorrectFlow</name>
  <message>
   <source>Find the person first ({0}), then correct the record.</source>
   <translation>Busque primero a la persona ({0}) y luego corrija la ficha.</translation>
  </message>
  <message>
   <source>Nothing differs from what is on record.</source>
   <translation>Nada difiere de lo registrado.</translation>
  </message>
  <message>
   <source>Saved. The history keeps what stood there before.</source>
   <translation>Guardado. El historial conserva lo que había antes.</translation>
  </message>
  <message>
   <source>Verify first ({0}), then correct the record.</source>
   <translation>Verifique primero ({0}) y luego corrija la ficha.</translation>
  </message>
 </context>
 <context>
  <name>CorrectSheet</name>
  <message>
   <source>Contact</source>
   <translation>Contacto</translation>
  </message>
  <message>
   <source>Correct the record</source>
   <translation>Corregir la ficha</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Páginas</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Persona</translation>
  </message>
  <message>
   <source>Who may speak</source>
   <translation>Quién puede hablar</translation>
  </message>
  <message>
   <source>{0}: next page</source>
   <translation>{0}: página siguiente</translation>
  </message>
 </context>
 <context>
  <name>CrashFlow</name>
  <message>
   <source>It cannot be written there. Type another place.</source>
   <translation>No se puede escribir ahí. Indique otro lugar.</translation>
  </message>
  <message>
   <source>Nothing is known to have gone wrong.</source>
   <translation>No se sabe de ningún fallo.</translation>
  </message>
  <message>
   <source>Read it</source>
   <translation>Leerlo</translation>
  </message>
  <message>
   <source>Report of the last run</source>
   <translation>Informe de la última vez</translation>
  </message>
  <message>
   <source>Report of what went wrong</source>
   <translation>Informe de lo que falló</translation>
  </message>
  <message>
   <source>Something went wrong last time. The report has no personal data.</source>
   <translation>Algo falló la última vez. El informe no tiene datos personales.</translation>
  </message>
  <message>
   <source>The report opens after the call.</source>
   <translation>El informe se abre después de la llamada.</translation>
  </message>
  <message>
   <source>There is a report of what went wrong. It has no personal data.</source>
   <translation>Hay un informe de lo que falló. No tiene datos personales.</translation>
  </message>
  <message>
   <source>There is such a file already. Type another name.</source>
   <translation>Ya existe ese archivo. Escriba otro nombre.</translation>
  </message>
 </context>
 <context>
  <name>CrashSheet</name>
  <message>
   <source>All that the report holds</source>
   <translation>Todo lo que contiene el informe</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Descartar</translation>
  </message>
  <message>
   <source>Kinds and places of errors and versions of the program: no names, numbers or notes. It stays on this computer; whether anybody gets the file is up to you.</source>
   <translation>Tipos y lugares de los errores y versiones del programa: ni nombres, ni números, ni notas. Se queda en esta computadora; usted decide si alguien recibe el archivo.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>Save to</source>
   <translation>Guardar en</translation>
  </message>
  <message>
   <source>Saved to {0}.</source>
   <translation>Guardado en {0}.</translation>
  </message>
  <message>
   <source>What went wrong</source>
   <translation>Qué falló</translation>
  </message>
 </context>
 <context>
  <name>Curtain</name>
  <message numerus="yes">
   <source>%n characters or more</source>
   <translation>
    <numerusform>%n carácter o más</numerusform>
    <numerusform>%n caracteres o más</numerusform>
   </translation>
  </message>
  <message>
   <source>Change password</source>
   <translation>Cambiar contraseña</translation>
  </message>
  <message>
   <source>Current password</source>
   <translation>Contraseña actual</translation>
  </message>
  <message>
   <source>Keep it in this computer's keyring</source>
   <translation>Guardarla en el llavero de esta computadora</translation>
  </message>
  <message>
   <source>Leave it as it is</source>
   <translation>Dejarla como está</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>Bloqueado</translation>
  </message>
  <message>
   <source>Locked since {0}.</source>
   <translation>Bloqueado desde las {0}.</translation>
  </message>
  <message>
   <source>Locked since {0}. The call goes on, and its notes are kept.</source>
   <translation>Bloqueado desde las {0}. La llamada sigue y sus notas se conservan.</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Usuario</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>Contraseña nueva</translation>
  </message>
  <message>
   <source>New password, once more</source>
   <translation>Contraseña nueva, otra vez</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Contraseña</translation>
  </message>
  <message>
   <source>Server: {0}</source>
   <translation>Servidor: {0}</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Iniciar sesión</translation>
  </message>
  <message>
   <source>Signing in...</source>
   <translation>Iniciando sesión...</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Desbloquear</translation>
  </message>
  <message>
   <source>Work without the server</source>
   <translation>Trabajar sin el servidor</translation>
  </message>
 </context>
 <context>
  <name>DayFlow</name>
  <message>
   <source>Log or park this call first.</source>
   <translation>Primero registre o aparque esta llamada.</translation>
  </message>
  <message>
   <source>Try again in a moment. What you logged is safe.</source>
   <translation>Inténtelo de nuevo en un momento. Lo que registró está a salvo.</translation>
  </message>
  <message>
   <source>Your day opens after the call.</source>
   <translation>Su día se abre después de la llamada.</translation>
  </message>
 </context>
 <context>
  <name>DaySheet</name>
  <message numerus="yes">
   <source>%n calls: {0} incoming, {1} outgoing; somebody answered {2}.</source>
   <translation>
    <numerusform>%n llamada: {0} entrantes, {1} salientes; alguien contestó en {2}.</numerusform>
    <numerusform>%n llamadas: {0} entrantes, {1} salientes; alguien contestó en {2}.</numerusform>
   </translation>
  </message>
  <message>
   <source>1 call: {0} incoming, {1} outgoing; somebody answered {2}.</source>
   <translation>1 llamada: {0} entrantes, {1} salientes; alguien contestó en {2}.</translation>
  </message>
  <message>
   <source>Callback</source>
   <translation>Llamada pendiente</translation>
  </message>
  <message>
   <source>Callback, asked for</source>
   <translation>Llamada pendiente, solicitada</translation>
  </message>
  <message>
   <source>Calls that you log, and what you promise for today, are listed here.</source>
   <translation>Aquí aparecen las llamadas que registra y lo que promete para hoy.</translation>
  </message>
  <message>
   <source>Handled {0}: talk {1}, hold {2}, wrap-up {3}.</source>
   <translation>Tiempo total {0}: conversación {1}, espera {2}, cierre {3}.</translation>
  </message>
  <message>
   <source>Incoming call</source>
   <translation>Llamada entrante</translation>
  </message>
  <message>
   <source>My day</source>
   <translation>Mi día</translation>
  </message>
  <message>
   <source>Nothing yet today</source>
   <translation>Hoy todavía no hay nada</translation>
  </message>
  <message>
   <source>Offline: only what this desk has logged. Promises made before may be missing.</source>
   <translation>Sin conexión: solo lo que se registró en este puesto. Pueden faltar promesas anteriores.</translation>
  </message>
  <message>
   <source>Outgoing call</source>
   <translation>Llamada saliente</translation>
  </message>
  <message>
   <source>Promise: {0}</source>
   <translation>Promesa: {0}</translation>
  </message>
  <message>
   <source>Somebody promised just now</source>
   <translation>Alguien a quien se acaba de prometer</translation>
  </message>
  <message>
   <source>Your day cannot be read now</source>
   <translation>Su día no se puede leer ahora</translation>
  </message>
  <message>
   <source>not sent yet</source>
   <translation>sin enviar todavía</translation>
  </message>
  <message>
   <source>others {0}</source>
   <translation>otros {0}</translation>
  </message>
  <message>
   <source>talk {0}, wrap-up {1}</source>
   <translation>conversación {0}, cierre {1}</translation>
  </message>
 </context>
 <context>
  <name>DetailPane</name>
  <message>
   <source>Call</source>
   <translation>Llamada</translation>
  </message>
  <message>
   <source>Call above</source>
   <translation>Llamada de arriba</translation>
  </message>
  <message>
   <source>Call below</source>
   <translation>Llamada de abajo</translation>
  </message>
  <message>
   <source>Enter opens the call of a row. Each view is audited.</source>
   <translation>Enter abre la llamada de una fila. Cada consulta queda auditada.</translation>
  </message>
  <message>
   <source>Hidden during your call</source>
   <translation>Oculto durante su llamada</translation>
  </message>
  <message>
   <source>It shows again after the call.</source>
   <translation>Vuelve a verse después de la llamada.</translation>
  </message>
  <message>
   <source>List</source>
   <translation>Lista</translation>
  </message>
  <message>
   <source>No call open</source>
   <translation>Ninguna llamada abierta</translation>
  </message>
  <message>
   <source>{0} with {1}</source>
   <translation>{0} con {1}</translation>
  </message>
  <message>
   <source>{0}, {1} to {2} · talk {3} · wrap-up {4}</source>
   <translation>{0}, {1} a {2} · conv. {3} · cierre {4}</translation>
  </message>
 </context>
 <context>
  <name>Dialing</name>
  <message>
   <source>It is not known yet who works here. Try again in a moment.</source>
   <translation>Todavía no se sabe quién trabaja aquí. Intente de nuevo en un momento.</translation>
  </message>
  <message>
   <source>No phone number is on record for this person.</source>
   <translation>No hay ningún teléfono registrado de esta persona.</translation>
  </message>
  <message>
   <source>Nobody is picked. Find the person first ({0}).</source>
   <translation>No hay nadie elegido. Busque primero a la persona ({0}).</translation>
  </message>
  <message>
   <source>Offline: the consents on screen are too old to dial on.</source>
   <translation>Sin conexión: los consentimientos en pantalla son demasiado antiguos para marcar.</translation>
  </message>
  <message>
   <source>This callback was open for long and is free for others. Open it again.</source>
   <translation>Esta llamada pendiente estuvo abierta mucho tiempo y quedó libre para otros. Ábrala otra vez.</translation>
  </message>
  <message>
   <source>What is on record is no number that can be dialed.</source>
   <translation>Lo registrado no es un número que se pueda marcar.</translation>
  </message>
 </context>
 <context>
  <name>DispositionBar</name>
  <message>
   <source>Asked for by some codes</source>
   <translation>Lo piden algunos códigos</translation>
  </message>
  <message>
   <source>Log and next</source>
   <translation>Registrar y seguir</translation>
  </message>
  <message>
   <source>Logging…</source>
   <translation>Registrando…</translation>
  </message>
  <message>
   <source>Not asked for this code</source>
   <translation>Este código no lo pide</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message>
   <source>Notes and more</source>
   <translation>Notas y más</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Opcional</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Outcome of the call</source>
   <translation>Resultado de la llamada</translation>
  </message>
  <message>
   <source>Pick a reason</source>
   <translation>Elija un motivo</translation>
  </message>
  <message>
   <source>Pick or type an outcome</source>
   <translation>Elija o escriba un resultado</translation>
  </message>
  <message>
   <source>Proposed</source>
   <translation>Propuesto</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Motivo</translation>
  </message>
  <message>
   <source>What the next person who calls should know</source>
   <translation>Lo que debe saber quien llame después</translation>
  </message>
 </context>
 <context>
  <name>DispositionRows</name>
  <message>
   <source>Dispositions</source>
   <translation>Llamadas registradas</translation>
  </message>
 </context>
 <context>
  <name>DispositionTable</name>
  <message>
   <source>Effects</source>
   <translation>Efectos</translation>
  </message>
  <message>
   <source>Journey</source>
   <translation>Recorrido</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Persona</translation>
  </message>
  <message>
   <source>Rep</source>
   <translation>Agente</translation>
  </message>
  <message>
   <source>Talk</source>
   <translation>Conv.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Hora</translation>
  </message>
  <message>
   <source>To check</source>
   <translation>Por revisar</translation>
  </message>
  <message>
   <source>Way</source>
   <translation>Vía</translation>
  </message>
 </context>
 <context>
  <name>EffectFlow</name>
  <message>
   <source>Start the call first ({0}): effects belong to it.</source>
   <translation>Inicie primero la llamada ({0}): los efectos son parte de ella.</translation>
  </message>
 </context>
 <context>
  <name>EffectRow</name>
  <message>
   <source>Add</source>
   <translation>Agregar</translation>
  </message>
  <message>
   <source>Appointment</source>
   <translation>Cita</translation>
  </message>
  <message>
   <source>Callback</source>
   <translation>Volver a llamar</translation>
  </message>
  <message>
   <source>Complaint</source>
   <translation>Queja</translation>
  </message>
  <message>
   <source>Hand off</source>
   <translation>Derivar</translation>
  </message>
  <message>
   <source>Promise</source>
   <translation>Promesa</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Enviar</translation>
  </message>
  <message>
   <source>Unmet need</source>
   <translation>Sin oferta</translation>
  </message>
 </context>
 <context>
  <name>EffectSheet</name>
  <message>
   <source>Add</source>
   <translation>Agregar</translation>
  </message>
 </context>
 <context>
  <name>Entrance</name>
  <message>
   <source>It did not work. Try again.</source>
   <translation>No funcionó. Intente de nuevo.</translation>
  </message>
  <message>
   <source>The new password is not the same both times.</source>
   <translation>La contraseña nueva no es igual las dos veces.</translation>
  </message>
 </context>
 <context>
  <name>EntryDetail</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Entry</source>
   <translation>Entrada</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Imprimir…</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Guardar…</translation>
  </message>
 </context>
 <context>
  <name>EscalateSheet</name>
  <message>
   <source>A number to ring back, in case the line drops.</source>
   <translation>Un número al que llamar si se corta la línea.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Callback number</source>
   <translation>Número para devolver la llamada</translation>
  </message>
  <message>
   <source>Clinical escalation</source>
   <translation>Escalación clínica</translation>
  </message>
  <message>
   <source>Number and place first, then stay on the line.</source>
   <translation>Número y lugar primero; siga en la línea.</translation>
  </message>
  <message>
   <source>Record escalation</source>
   <translation>Registrar escalación</translation>
  </message>
  <message>
   <source>Street and town, or what can be seen</source>
   <translation>Calle y ciudad, o lo que se ve</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>Qué hacer</translation>
  </message>
  <message>
   <source>Where the person is now</source>
   <translation>Dónde está ahora la persona</translation>
  </message>
 </context>
 <context>
  <name>FilterChips</name>
  <message>
   <source>All</source>
   <translation>Todo</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>Contenido</translation>
  </message>
  <message>
   <source>From them</source>
   <translation>De la persona</translation>
  </message>
 </context>
 <context>
  <name>Filters</name>
  <message>
   <source>All reps</source>
   <translation>Todos los agentes</translation>
  </message>
  <message>
   <source>Any day</source>
   <translation>Cualquier día</translation>
  </message>
  <message>
   <source>Journey</source>
   <translation>Recorrido</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>Etapa</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hoy</translation>
  </message>
  <message>
   <source>Yesterday</source>
   <translation>Ayer</translation>
  </message>
 </context>
 <context>
  <name>Finder</name>
  <message numerus="yes">
   <source>%n commands found. Down marks one.</source>
   <translation>
    <numerusform>%n comando encontrado. Flecha abajo lo marca.</numerusform>
    <numerusform>%n comandos encontrados. Flecha abajo marca uno.</numerusform>
   </translation>
  </message>
  <message>
   <source>1 command found. Down marks it.</source>
   <translation>1 comando encontrado. Flecha abajo lo marca.</translation>
  </message>
  <message>
   <source>Look up “{0}”</source>
   <translation>Buscar “{0}”</translation>
  </message>
  <message>
   <source>People and commands</source>
   <translation>Personas y comandos</translation>
  </message>
 </context>
 <context>
  <name>Front</name>
  <message>
   <source>Lookup</source>
   <translation>Buscar persona</translation>
  </message>
 </context>
 <context>
  <name>Gauge</name>
  <message>
   <source>{0} %</source>
   <translation>{0} %</translation>
  </message>
 </context>
 <context>
  <name>GlassFlow</name>
  <message>
   <source>Emergency access is over.</source>
   <translation>El acceso de emergencia terminó.</translation>
  </message>
  <message>
   <source>Emergency access needs the server. Call your supervisor.</source>
   <translation>El acceso de emergencia necesita el servidor. Llame a su supervisor.</translation>
  </message>
  <message>
   <source>Find the person first, then ask for emergency access.</source>
   <translation>Busque primero a la persona; después pida acceso de emergencia.</translation>
  </message>
  <message>
   <source>It could not be opened. Try again.</source>
   <translation>No se pudo abrir. Intente de nuevo.</translation>
  </message>
  <message>
   <source>On this computer's own database nothing is hidden from you.</source>
   <translation>En la base de datos de esta computadora no se le oculta nada.</translation>
  </message>
  <message>
   <source>Verify the caller first: until then the record is closed to both.</source>
   <translation>Verifique primero a quien llama: hasta entonces la ficha está cerrada para ambos.</translation>
  </message>
 </context>
 <context>
  <name>GlassSheet</name>
  <message numerus="yes">
   <source>%n more characters</source>
   <translation>
    <numerusform>%n carácter más</numerusform>
    <numerusform>%n caracteres más</numerusform>
   </translation>
  </message>
  <message>
   <source>1 more character</source>
   <translation>1 carácter más</translation>
  </message>
  <message>
   <source>At least {0} characters; a supervisor reads it.</source>
   <translation>Al menos {0} caracteres; lo lee un supervisor.</translation>
  </message>
  <message>
   <source>Emergency access</source>
   <translation>Acceso de emergencia</translation>
  </message>
  <message>
   <source>It is recorded and cannot be taken back.</source>
   <translation>Queda registrado y no se puede retirar.</translation>
  </message>
  <message>
   <source>Leave it closed</source>
   <translation>Dejarla cerrada</translation>
  </message>
  <message>
   <source>Open the record</source>
   <translation>Abrir la ficha</translation>
  </message>
  <message>
   <source>Say in {0} characters or more why.</source>
   <translation>Diga por qué, en {0} caracteres o más.</translation>
  </message>
  <message>
   <source>Why do you need it now?</source>
   <translation>¿Por qué lo necesita ahora?</translation>
  </message>
  <message>
   <source>You see all of the record for {0} minutes, also what is kept from you otherwise.</source>
   <translation>Verá toda la ficha durante {0} minutos, también lo que normalmente no se le muestra.</translation>
  </message>
  <message>
   <source>Your supervisors are told at once: you, this person, your reason.</source>
   <translation>Se avisa de inmediato a sus supervisores: usted, esta persona, su motivo.</translation>
  </message>
 </context>
 <context>
  <name>GuideHead</name>
  <message>
   <source>Escalate</source>
   <translation>Escalar</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>Guía</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Baja</translation>
  </message>
  <message>
   <source>Stop request</source>
   <translation>Pedir la baja</translation>
  </message>
 </context>
 <context>
  <name>GuidePane</name>
  <message>
   <source>A script opens with a call, and so do Escalate and Stop request.</source>
   <translation>El guion se abre con la llamada, igual que Escalar y Solicitud de baja.</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>Guía</translation>
  </message>
  <message>
   <source>How did it end?</source>
   <translation>¿Cómo terminó?</translation>
  </message>
  <message>
   <source>No script yet</source>
   <translation>Todavía no hay guion</translation>
  </message>
  <message>
   <source>Opens with a call</source>
   <translation>Se abre con una llamada</translation>
  </message>
  <message>
   <source>Step {0} of {1}</source>
   <translation>Paso {0} de {1}</translation>
  </message>
  <message>
   <source>Wrap-up {0}</source>
   <translation>Cierre {0}</translation>
  </message>
 </context>
 <context>
  <name>HandOffSheet</name>
  <message>
   <source>Answer due</source>
   <translation>Respuesta para</translation>
  </message>
  <message>
   <source>Department or team</source>
   <translation>Departamento o equipo</translation>
  </message>
  <message>
   <source>Hand off</source>
   <translation>Derivar</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Opcional</translation>
  </message>
  <message>
   <source>Say what they shall do.</source>
   <translation>Diga qué deben hacer.</translation>
  </message>
  <message>
   <source>Say who takes it over.</source>
   <translation>Diga quién se encarga.</translation>
  </message>
  <message>
   <source>Teams</source>
   <translation>Equipos</translation>
  </message>
  <message>
   <source>To</source>
   <translation>A</translation>
  </message>
  <message>
   <source>What they shall do</source>
   <translation>Qué deben hacer</translation>
  </message>
 </context>
 <context>
  <name>HeaderCard</name>
  <message>
   <source>Correct</source>
   <translation>Corregir</translation>
  </message>
  <message>
   <source>Correct the record</source>
   <translation>Corregir la ficha</translation>
  </message>
  <message>
   <source>Could not verify</source>
   <translation>No se pudo verificar</translation>
  </message>
  <message>
   <source>More about this person</source>
   <translation>Más sobre esta persona</translation>
  </message>
  <message>
   <source>No verification needed</source>
   <translation>No hace falta verificar</translation>
  </message>
  <message>
   <source>Refused to verify</source>
   <translation>No quiso verificarse</translation>
  </message>
  <message>
   <source>Somebody unknown</source>
   <translation>Alguien desconocido</translation>
  </message>
  <message>
   <source>Unverified</source>
   <translation>Sin verificar</translation>
  </message>
  <message>
   <source>Verify</source>
   <translation>Verificar</translation>
  </message>
  <message>
   <source>a general question · no record is opened or made</source>
   <translation>una pregunta general · no se abre ni se crea ninguna ficha</translation>
  </message>
  <message>
   <source>the rest opens when the items match</source>
   <translation>el resto se abre al coincidir</translation>
  </message>
 </context>
 <context>
  <name>HintFlow</name>
  <message>
   <source>A digit picks the outcome, {0} logs it.</source>
   <translation>Un dígito elige el resultado, {0} lo registra.</translation>
  </message>
  <message>
   <source>Digit, then {0}</source>
   <translation>Un dígito y {0}</translation>
  </message>
  <message>
   <source>Find somebody with {0}. {1} lists all keys.</source>
   <translation>Busque a alguien con {0}. {1} muestra todas las teclas.</translation>
  </message>
  <message>
   <source>{0} answers</source>
   <translation>{0} contesta</translation>
  </message>
  <message>
   <source>{0} answers the call.</source>
   <translation>{0} contesta la llamada.</translation>
  </message>
  <message>
   <source>{0} dials</source>
   <translation>{0} marca</translation>
  </message>
  <message>
   <source>{0} dials, as far as the person permits it.</source>
   <translation>{0} marca, si la persona lo permite.</translation>
  </message>
  <message>
   <source>{0} finds, {1} lists keys</source>
   <translation>{0} busca, {1} teclas</translation>
  </message>
  <message>
   <source>{0} reached, {1} not</source>
   <translation>{0} contestó, {1} no</translation>
  </message>
  <message>
   <source>{0} verifies</source>
   <translation>{0} verifica</translation>
  </message>
  <message>
   <source>{0} when somebody answers, {1} when nobody does.</source>
   <translation>{0} si alguien contesta, {1} si no contesta nadie.</translation>
  </message>
  <message>
   <source>{0} … answer, {1} stop</source>
   <translation>{0} … respuesta, {1} baja</translation>
  </message>
  <message>
   <source>{0} … choose an answer; {1} is a stop request.</source>
   <translation>{0} … elige una respuesta; {1} es una baja.</translation>
  </message>
  <message>
   <source>{0}: type what the person says. None of it is kept.</source>
   <translation>{0}: escriba lo que dice la persona. No se guarda.</translation>
  </message>
 </context>
 <context>
  <name>HistoryPage</name>
  <message>
   <source>Changes of this record</source>
   <translation>Cambios de esta ficha</translation>
  </message>
  <message>
   <source>Not applied</source>
   <translation>No aplicado</translation>
  </message>
  <message>
   <source>Nothing of this record was changed so far.</source>
   <translation>Hasta ahora no se ha cambiado nada de esta ficha.</translation>
  </message>
 </context>
 <context>
  <name>ImportFlow</name>
  <message>
   <source>Administrators bring people in and take imports back. You see what was brought.</source>
   <translation>Los administradores incorporan personas y deshacen importaciones. Usted ve lo que se incorporó.</translation>
  </message>
  <message>
   <source>An import waits to go on</source>
   <translation>Una importación espera para continuar</translation>
  </message>
  <message>
   <source>An import waits to go on: {0}.</source>
   <translation>Una importación espera para continuar: {0}.</translation>
  </message>
  <message>
   <source>Something went wrong that is not known. Try it again.</source>
   <translation>Algo desconocido salió mal. Intente de nuevo.</translation>
  </message>
  <message>
   <source>The import is undone. What became of it: {0}.</source>
   <translation>La importación se deshizo. Qué fue de ella: {0}.</translation>
  </message>
  <message>
   <source>The server cannot be reached. Imports wait until it is back.</source>
   <translation>No se alcanza el servidor. Las importaciones esperan a que vuelva.</translation>
  </message>
 </context>
 <context>
  <name>ImportStart</name>
  <message>
   <source>Files to import</source>
   <translation>Archivos para importar</translation>
  </message>
  <message>
   <source>Folder to import</source>
   <translation>Carpeta para importar</translation>
  </message>
  <message>
   <source>It could not begin. Nothing was changed.</source>
   <translation>No pudo comenzar. No se cambió nada.</translation>
  </message>
 </context>
 <context>
  <name>ImportsSheet</name>
  <message>
   <source>Imports</source>
   <translation>Importaciones</translation>
  </message>
 </context>
 <context>
  <name>JoinFlow</name>
  <message>
   <source>It did not work. Try again.</source>
   <translation>No funcionó. Intente de nuevo.</translation>
  </message>
  <message>
   <source>The center opens with the next start: a call has begun meanwhile.</source>
   <translation>El centro se abre en el próximo inicio: mientras tanto empezó una llamada.</translation>
  </message>
 </context>
 <context>
  <name>JoinSheet</name>
  <message>
   <source>Address of the server</source>
   <translation>Dirección del servidor</translation>
  </message>
  <message>
   <source>Certificate file (CA) of the organization</source>
   <translation>Archivo de certificado (CA) de la organización</translation>
  </message>
  <message>
   <source>Join a center</source>
   <translation>Unirse a un centro</translation>
  </message>
  <message>
   <source>Keep it in this computer's keyring</source>
   <translation>Guardarla en el llavero de esta computadora</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Usuario</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Opcional</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Contraseña</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Iniciar sesión</translation>
  </message>
  <message>
   <source>Signing in...</source>
   <translation>Iniciando sesión...</translation>
  </message>
  <message>
   <source>Such as db.example.org/center</source>
   <translation>Por ejemplo db.example.org/centro</translation>
  </message>
  <message>
   <source>Your administrator gives you the address and a login. This desk opens that center from then on.</source>
   <translation>Quien administra el centro le da la dirección y un usuario. Este puesto abre ese centro desde entonces.</translation>
  </message>
 </context>
 <context>
  <name>JourneyRow</name>
  <message>
   <source>Journey</source>
   <translation>Recorrido</translation>
  </message>
  <message>
   <source>Not reached</source>
   <translation>No alcanzada</translation>
  </message>
  <message>
   <source>Passed over</source>
   <translation>Omitida</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hoy</translation>
  </message>
  <message>
   <source>{0}, goal {1} d</source>
   <translation>{0}, meta {1} d</translation>
  </message>
 </context>
 <context>
  <name>JumpRow</name>
  <message>
   <source>24 mar, mar 2024, last tue</source>
   <translation>24 mar, mar 2024, last tue</translation>
  </message>
  <message>
   <source>Earliest</source>
   <translation>Lo primero</translation>
  </message>
  <message>
   <source>Go to date</source>
   <translation>Ir a una fecha</translation>
  </message>
  <message>
   <source>Latest</source>
   <translation>Lo último</translation>
  </message>
 </context>
 <context>
  <name>Keeping</name>
  <message>
   <source>Handed to the printer.</source>
   <translation>Se entregó a la impresora.</translation>
  </message>
  <message>
   <source>Save entry</source>
   <translation>Guardar entrada</translation>
  </message>
  <message>
   <source>Saved as {0}.</source>
   <translation>Guardado como {0}.</translation>
  </message>
  <message>
   <source>Text (*.txt)</source>
   <translation>Texto (*.txt)</translation>
  </message>
  <message>
   <source>Timeline entry</source>
   <translation>Entrada de la cronología</translation>
  </message>
 </context>
 <context>
  <name>KeyCap</name>
  <message>
   <source>Key {0}</source>
   <translation>Tecla {0}</translation>
  </message>
 </context>
 <context>
  <name>KeyEditing</name>
  <message>
   <source>The keys changed at this desk cannot be read. All are as they come; change them again in the list of keys ({0}).</source>
   <translation>No se pueden leer las teclas cambiadas en este puesto. Todas están como vienen; cámbielas de nuevo en la lista de teclas ({0}).</translation>
  </message>
  <message>
   <source>This key cannot be used. Press another.</source>
   <translation>Esta tecla no se puede usar. Pulse otra.</translation>
  </message>
  <message>
   <source>{0} is a key of a sheet. Press another.</source>
   <translation>{0} es una tecla de una hoja. Pulse otra.</translation>
  </message>
  <message>
   <source>{0} is needed in fields and lists. Press another.</source>
   <translation>{0} se necesita en campos y listas. Pulse otra.</translation>
  </message>
  <message>
   <source>{0} is typed into fields. Hold Alt or Ctrl with it.</source>
   <translation>{0} se escribe en los campos. Púlsela con Alt o Ctrl.</translation>
  </message>
  <message>
   <source>{0} leads to “{1}” already. Press another.</source>
   <translation>{0} ya lleva a “{1}”. Pulse otra.</translation>
  </message>
  <message>
   <source>{0} leads to “{1}” now. Give that another key first.</source>
   <translation>{0} lleva ahora a “{1}”. Dele primero otra tecla.</translation>
  </message>
  <message>
   <source>{0} may be taken by the desktop. Press another.</source>
   <translation>El escritorio puede usar {0}. Pulse otra.</translation>
  </message>
 </context>
 <context>
  <name>KeyLine</name>
  <message>
   <source>{0}, changed</source>
   <translation>{0}, cambiada</translation>
  </message>
 </context>
 <context>
  <name>KeyList</name>
  <message>
   <source>Enter: another key for this. Del: the key that it came with.</source>
   <translation>Enter: otra tecla para esto. Del: la tecla con la que vino.</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
  <message>
   <source>New key for: {0}</source>
   <translation>Nueva tecla para: {0}</translation>
  </message>
 </context>
 <context>
  <name>Keys</name>
  <message>
   <source>Answer, or start a call by hand</source>
   <translation>Contestar, o iniciar una llamada a mano</translation>
  </message>
  <message>
   <source>Appointment</source>
   <translation>Cita</translation>
  </message>
  <message>
   <source>Back in the guide</source>
   <translation>Atrás en la guía</translation>
  </message>
  <message>
   <source>Blank the screen</source>
   <translation>Ocultar la pantalla</translation>
  </message>
  <message>
   <source>Callback</source>
   <translation>Volver a llamar</translation>
  </message>
  <message>
   <source>Callbacks</source>
   <translation>Llamadas pendientes</translation>
  </message>
  <message>
   <source>Choose an answer</source>
   <translation>Elegir una respuesta</translation>
  </message>
  <message>
   <source>Clinical escalation, at any step</source>
   <translation>Escalación clínica, en cualquier paso</translation>
  </message>
  <message>
   <source>Complaint</source>
   <translation>Queja</translation>
  </message>
  <message>
   <source>Console, supervisor</source>
   <translation>Consola, supervisión</translation>
  </message>
  <message>
   <source>Correct the record; again: next page</source>
   <translation>Corregir la ficha; otra vez: página siguiente</translation>
  </message>
  <message>
   <source>Dial, after permission</source>
   <translation>Marcar, si está permitido</translation>
  </message>
  <message>
   <source>Emergency access to a record</source>
   <translation>Acceso de emergencia a una ficha</translation>
  </message>
  <message>
   <source>English, español</source>
   <translation>English, español</translation>
  </message>
  <message>
   <source>From pane to pane</source>
   <translation>De panel en panel</translation>
  </message>
  <message>
   <source>Go to a date in the timeline</source>
   <translation>Ir a una fecha de la cronología</translation>
  </message>
  <message>
   <source>Guide</source>
   <translation>Guía</translation>
  </message>
  <message>
   <source>Hand off</source>
   <translation>Derivar</translation>
  </message>
  <message>
   <source>Hang up</source>
   <translation>Colgar</translation>
  </message>
  <message>
   <source>Hints of the first day, once more</source>
   <translation>Consejos del primer día, otra vez</translation>
  </message>
  <message>
   <source>Hold, resume</source>
   <translation>En espera, retomar</translation>
  </message>
  <message>
   <source>Imports: bring people in, undo that</source>
   <translation>Importaciones: incorporar personas, deshacerlo</translation>
  </message>
  <message>
   <source>Larger text</source>
   <translation>Texto más grande</translation>
  </message>
  <message>
   <source>Light, dark</source>
   <translation>Claro, oscuro</translation>
  </message>
  <message>
   <source>List of keys</source>
   <translation>Lista de teclas</translation>
  </message>
  <message>
   <source>Log and next</source>
   <translation>Registrar y seguir</translation>
  </message>
  <message>
   <source>Log, then a break</source>
   <translation>Registrar y hacer una pausa</translation>
  </message>
  <message>
   <source>Lookup</source>
   <translation>Buscar persona</translation>
  </message>
  <message>
   <source>More about this person</source>
   <translation>Más sobre esta persona</translation>
  </message>
  <message>
   <source>Move this call to another person</source>
   <translation>Mover esta llamada a otra persona</translation>
  </message>
  <message>
   <source>My day: calls, promises, callbacks</source>
   <translation>Mi día: llamadas, promesas, pendientes</translation>
  </message>
  <message>
   <source>Name of the person marked, for 10 s in a call</source>
   <translation>Nombre de la persona marcada, 10 s en una llamada</translation>
  </message>
  <message>
   <source>Next in the guide</source>
   <translation>Adelante en la guía</translation>
  </message>
  <message>
   <source>Next person</source>
   <translation>Persona siguiente</translation>
  </message>
  <message>
   <source>Next steps</source>
   <translation>Próximos pasos</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Park the ended call; without one: parked calls</source>
   <translation>Aparcar la llamada terminada; sin ella: las aparcadas</translation>
  </message>
  <message>
   <source>Person; again: alerts</source>
   <translation>Persona; otra vez: alertas</translation>
  </message>
  <message>
   <source>Promise</source>
   <translation>Promesa</translation>
  </message>
  <message>
   <source>Ready, or a break with its reason</source>
   <translation>Disponible, o una pausa con su motivo</translation>
  </message>
  <message>
   <source>Report of what went wrong</source>
   <translation>Informe de lo que falló</translation>
  </message>
  <message>
   <source>Search in the timeline</source>
   <translation>Buscar en el historial</translation>
  </message>
  <message>
   <source>Search people and commands</source>
   <translation>Buscar personas y comandos</translation>
  </message>
  <message>
   <source>Send content</source>
   <translation>Enviar contenido</translation>
  </message>
  <message>
   <source>Smaller text</source>
   <translation>Texto más pequeño</translation>
  </message>
  <message>
   <source>Stop request, at any moment</source>
   <translation>Solicitud de baja, en cualquier momento</translation>
  </message>
  <message>
   <source>Text as large as usual</source>
   <translation>Texto de tamaño habitual</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>Undo the last log, for 10 seconds</source>
   <translation>Deshacer el último registro, por 10 segundos</translation>
  </message>
  <message>
   <source>Undo the stop request, until hang-up</source>
   <translation>Deshacer la solicitud de baja, hasta colgar</translation>
  </message>
  <message>
   <source>Unmet need</source>
   <translation>Necesidad sin oferta</translation>
  </message>
  <message>
   <source>Unusual access, for supervisors</source>
   <translation>Accesos inusuales, para supervisores</translation>
  </message>
  <message>
   <source>Verify</source>
   <translation>Verificar</translation>
  </message>
  <message>
   <source>What could not be sent</source>
   <translation>Lo que no se pudo enviar</translation>
  </message>
  <message>
   <source>What was said: notices of today</source>
   <translation>Lo que se dijo: avisos de hoy</translation>
  </message>
  <message>
   <source>Who is ready and who not, for supervisors</source>
   <translation>Quién está disponible y quién no, para supervisores</translation>
  </message>
  <message>
   <source>Whom the call is with and about</source>
   <translation>Con quién y sobre quién es la llamada</translation>
  </message>
  <message>
   <source>Why this step, why not that</source>
   <translation>Por qué este paso y no aquel</translation>
  </message>
  <message>
   <source>“I read this aloud”</source>
   <translation>“Lo leí en voz alta”</translation>
  </message>
 </context>
 <context>
  <name>LineCard</name>
  <message numerus="yes">
   <source>%n people share this number</source>
   <translation>
    <numerusform>%n persona con este número</numerusform>
    <numerusform>%n personas con este número</numerusform>
   </translation>
  </message>
  <message>
   <source>1 person on this number</source>
   <translation>1 persona con este número</translation>
  </message>
  <message>
   <source>Call ended</source>
   <translation>Llamada terminada</translation>
  </message>
  <message>
   <source>No number shown</source>
   <translation>Número oculto</translation>
  </message>
  <message>
   <source>On no record</source>
   <translation>En ninguna ficha</translation>
  </message>
 </context>
 <context>
  <name>Loading</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Still loading. The call and the guide work meanwhile.</source>
   <translation>Aún está cargando. Mientras tanto funcionan la llamada y la guía.</translation>
  </message>
  <message>
   <source>Timeline, loading</source>
   <translation>Historial, cargando</translation>
  </message>
 </context>
 <context>
  <name>LockFlow</name>
  <message>
   <source>It could not be checked. Try again.</source>
   <translation>No se pudo comprobar. Intente de nuevo.</translation>
  </message>
  <message>
   <source>This is not the password. Try again.</source>
   <translation>Esta no es la contraseña. Intente de nuevo.</translation>
  </message>
 </context>
 <context>
  <name>LooksFlow</name>
  <message>
   <source>Text at {0} % has no room on this screen. It stays at {1} %.</source>
   <translation>El texto al {0} % no cabe en esta pantalla. Queda al {1} %.</translation>
  </message>
 </context>
 <context>
  <name>LookupFlow</name>
  <message>
   <source>Dialed</source>
   <translation>Marcado</translation>
  </message>
  <message>
   <source>Find the person whom this call belongs to. Notes and answers go along.</source>
   <translation>Busque a la persona a quien pertenece esta llamada. Las notas y respuestas van con ella.</translation>
  </message>
 </context>
 <context>
  <name>LookupPane</name>
  <message>
   <source>Nobody on record yet</source>
   <translation>Todavía no hay nadie registrado</translation>
  </message>
  <message>
   <source>People and callbacks show here.</source>
   <translation>Aquí aparecen personas y llamadas pendientes.</translation>
  </message>
 </context>
 <context>
  <name>MappingFoot</name>
  <message>
   <source>A mapping can also be saved as a file, corrected there, and given again.</source>
   <translation>La asignación también se puede guardar como archivo, corregir allí y entregar de nuevo.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importar</translation>
  </message>
  <message>
   <source>Import is off: {0}</source>
   <translation>No se puede importar: {0}</translation>
  </message>
  <message>
   <source>Save mapping…</source>
   <translation>Guardar asignación…</translation>
  </message>
  <message>
   <source>Try it</source>
   <translation>Probar</translation>
  </message>
  <message>
   <source>Trying…</source>
   <translation>Probando…</translation>
  </message>
 </context>
 <context>
  <name>MappingPreview</name>
  <message>
   <source>Mapping (*.yaml)</source>
   <translation>Asignación (*.yaml)</translation>
  </message>
  <message>
   <source>Save mapping</source>
   <translation>Guardar asignación</translation>
  </message>
  <message>
   <source>Saved as {0}.</source>
   <translation>Guardado como {0}.</translation>
  </message>
 </context>
 <context>
  <name>MappingSheet</name>
  <message>
   <source>Ctrl PgDn: next table</source>
   <translation>Ctrl PgDn: tabla siguiente</translation>
  </message>
  <message>
   <source>How these tables are read</source>
   <translation>Cómo se leen estas tablas</translation>
  </message>
  <message>
   <source>Press Esc again to give up what you corrected.</source>
   <translation>Pulse Esc otra vez para descartar lo que corrigió.</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>Tablas</translation>
  </message>
  <message>
   <source>Tried, and nothing was written</source>
   <translation>Probado; no se escribió nada</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} de {1}</translation>
  </message>
 </context>
 <context>
  <name>MappingStep</name>
  <message>
   <source>After this call, say how the tables are read: {0}.</source>
   <translation>Después de esta llamada, diga cómo se leen las tablas: {0}.</translation>
  </message>
 </context>
 <context>
  <name>MessageSlot</name>
  <message>
   <source>Messages</source>
   <translation>Mensajes</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>{0} s</translation>
  </message>
 </context>
 <context>
  <name>Meter</name>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} de {1}</translation>
  </message>
 </context>
 <context>
  <name>MissedSheet</name>
  <message>
   <source>Say why it was not read.</source>
   <translation>Diga por qué no se leyó.</translation>
  </message>
  <message>
   <source>Statement not read</source>
   <translation>Declaración no leída</translation>
  </message>
  <message>
   <source>Why the required statement was not read aloud</source>
   <translation>Por qué no se leyó en voz alta la declaración obligatoria</translation>
  </message>
 </context>
 <context>
  <name>NewPersonSheet</name>
  <message>
   <source>A name is needed, even if only part of it.</source>
   <translation>Hace falta un nombre, aunque sea una parte.</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Agregar</translation>
  </message>
  <message>
   <source>Already on record?</source>
   <translation>¿Ya está registrada?</translation>
  </message>
  <message>
   <source>Birth date</source>
   <translation>Fecha de nacimiento</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Full name</source>
   <translation>Nombre completo</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>New person</source>
   <translation>Persona nueva</translation>
  </message>
  <message>
   <source>No possible number. It is kept as typed, and found by its digits.</source>
   <translation>No es un número posible. Se conserva como se escribió y se encuentra por sus dígitos.</translation>
  </message>
  <message>
   <source>People alike on record</source>
   <translation>Personas parecidas registradas</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Teléfono</translation>
  </message>
  <message>
   <source>Such as 9 Jun 1974</source>
   <translation>Por ejemplo 9 jun 1974</translation>
  </message>
 </context>
 <context>
  <name>NextSteps</name>
  <message>
   <source>; </source>
   <translation>; </translation>
  </message>
  <message>
   <source>Already done</source>
   <translation>Ya está hecho</translation>
  </message>
  <message>
   <source>Ask</source>
   <translation>Preguntar</translation>
  </message>
  <message>
   <source>Book</source>
   <translation>Reservar</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Llamar</translation>
  </message>
  <message>
   <source>Do</source>
   <translation>Hacer</translation>
  </message>
  <message>
   <source>Does not fit this person</source>
   <translation>No es para esta persona</translation>
  </message>
  <message>
   <source>Held back: {0}. Why: {1}.</source>
   <translation>Retenido: {0}. Por qué: {1}.</translation>
  </message>
  <message>
   <source>Next steps</source>
   <translation>Próximos pasos</translation>
  </message>
  <message>
   <source>Next steps open when the person is verified.</source>
   <translation>Los próximos pasos se abren cuando la persona está verificada.</translation>
  </message>
  <message>
   <source>None now. Steps come with a person and a journey.</source>
   <translation>Ninguno por ahora. Los pasos vienen con una persona y un recorrido.</translation>
  </message>
  <message>
   <source>Not on this call</source>
   <translation>No en esta llamada</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Ofrecer</translation>
  </message>
  <message>
   <source>Reasons</source>
   <translation>Motivos</translation>
  </message>
  <message>
   <source>Say</source>
   <translation>Diga</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Enviar</translation>
  </message>
  <message>
   <source>The person does not want it</source>
   <translation>La persona no lo quiere</translation>
  </message>
  <message>
   <source>Why not this step?</source>
   <translation>¿Por qué no este paso?</translation>
  </message>
  <message>
   <source>Why: {0}.</source>
   <translation>Motivo: {0}.</translation>
  </message>
 </context>
 <context>
  <name>NoticeSheet</name>
  <message>
   <source>Nothing was said yet</source>
   <translation>Todavía no hay avisos</translation>
  </message>
  <message>
   <source>Notices</source>
   <translation>Avisos</translation>
  </message>
  <message>
   <source>Of the last 12 hours, without names. Nothing of it is stored.</source>
   <translation>De las últimas 12 horas, sin nombres. No se guarda nada de ello.</translation>
  </message>
  <message>
   <source>What the window tells you stays readable here when it has passed.</source>
   <translation>Lo que la ventana le dice se puede volver a leer aquí cuando ya pasó.</translation>
  </message>
  <message numerus="yes">
   <source>{0}, %n times</source>
   <translation>
    <numerusform>{0}, %n vez</numerusform>
    <numerusform>{0}, %n veces</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message>
   <source>Something went wrong in the console (reference {number}). What you logged is safe. Try again, or report the reference.</source>
   <translation>Algo salió mal en la consola (referencia {number}). Lo que registró está a salvo. Intente de nuevo o comunique la referencia.</translation>
  </message>
 </context>
 <context>
  <name>OfflineFlow</name>
  <message>
   <source>After this call, no dialing: consents are {age} min old, limit {limit}.</source>
   <translation>Después de esta llamada no se puede marcar: los consentimientos son de hace {age} min; límite: {limit}.</translation>
  </message>
  <message>
   <source>Back online. What you logged meanwhile is being sent.</source>
   <translation>De nuevo en línea. Lo que registró mientras tanto se está enviando.</translation>
  </message>
  <message>
   <source>Calls are logged here and sent later.</source>
   <translation>Las llamadas se registran aquí y se envían después.</translation>
  </message>
  <message>
   <source>Dial until consents are {limit} min old</source>
   <translation>Puede marcar hasta que los consentimientos tengan {limit} min</translation>
  </message>
  <message>
   <source>No dialing: consents are {age} min old, limit {limit}.</source>
   <translation>No se puede marcar: los consentimientos son de hace {age} min; límite: {limit}.</translation>
  </message>
  <message>
   <source>No dialing: consents {age} min old</source>
   <translation>No se puede marcar: consentimientos de hace {age} min</translation>
  </message>
  <message>
   <source>Offline since {time}.</source>
   <translation>Sin conexión desde las {time}.</translation>
  </message>
  <message>
   <source>Try now</source>
   <translation>Probar ahora</translation>
  </message>
  <message>
   <source>You can dial until the consents on screen are {limit} min old.</source>
   <translation>Puede marcar hasta que los consentimientos en pantalla tengan {limit} min.</translation>
  </message>
 </context>
 <context>
  <name>OpeningsCard</name>
  <message>
   <source>Nothing is open.</source>
   <translation>No hay nada pendiente.</translation>
  </message>
  <message>
   <source>Nothing yet.</source>
   <translation>Todavía nada.</translation>
  </message>
  <message>
   <source>Opening lines</source>
   <translation>Líneas de apertura</translation>
  </message>
  <message>
   <source>What is promised</source>
   <translation>Lo prometido</translation>
  </message>
  <message>
   <source>What they did</source>
   <translation>Lo que hizo</translation>
  </message>
  <message>
   <source>What we sent</source>
   <translation>Lo enviado</translation>
  </message>
  <message>
   <source>Why this call</source>
   <translation>Por qué se llama</translation>
  </message>
 </context>
 <context>
  <name>OutcomeFlow</name>
  <message numerus="yes">
   <source>%n statements to read</source>
   <translation>
    <numerusform>Falta leer %n texto</numerusform>
    <numerusform>Faltan por leer %n textos</numerusform>
   </translation>
  </message>
  <message>
   <source>1 statement to read</source>
   <translation>Falta leer 1 texto</translation>
  </message>
  <message>
   <source>Asked for by some codes</source>
   <translation>Lo piden algunos códigos</translation>
  </message>
  <message>
   <source>Asks to hang up first</source>
   <translation>Pide colgar antes</translation>
  </message>
  <message>
   <source>Logged for {who}: {outcome}</source>
   <translation>Registrado, {who}: {outcome}</translation>
  </message>
  <message>
   <source>Logged: {outcome}</source>
   <translation>Registrado: {outcome}</translation>
  </message>
  <message>
   <source>Not asked for this code</source>
   <translation>Este código no lo pide</translation>
  </message>
  <message>
   <source>Opens with the next call.</source>
   <translation>Se abre con la próxima llamada.</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Opcional</translation>
  </message>
  <message>
   <source>Too late to undo: it was sent. Amend it instead.</source>
   <translation>Ya no se puede deshacer: se envió. Enmiéndelo.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <source>nobody on record</source>
   <translation>nadie registrado</translation>
  </message>
 </context>
 <context>
  <name>OversightFlow</name>
  <message>
   <source>Emergency access by {0} at {1}. Read why with {2}.</source>
   <translation>Acceso de emergencia de {0} a las {1}. Lea por qué con {2}.</translation>
  </message>
  <message>
   <source>The list cannot be read now.</source>
   <translation>La lista no se puede leer ahora.</translation>
  </message>
  <message>
   <source>Unusual access opens after the call.</source>
   <translation>Los accesos inusuales se abren después de la llamada.</translation>
  </message>
 </context>
 <context>
  <name>ParkedFlow</name>
  <message>
   <source>Finish</source>
   <translation>Terminar</translation>
  </message>
  <message numerus="yes">
   <source>Finish %n calls that were not logged</source>
   <translation>
    <numerusform>Terminar %n llamada sin registrar</numerusform>
    <numerusform>Terminar %n llamadas sin registrar</numerusform>
   </translation>
  </message>
  <message>
   <source>Finish 1 call that was not logged</source>
   <translation>Terminar 1 llamada sin registrar</translation>
  </message>
  <message>
   <source>Hang up first, then park the call.</source>
   <translation>Primero cuelgue y después aparque la llamada.</translation>
  </message>
 </context>
 <context>
  <name>ParkedSheet</name>
  <message>
   <source>After hang-up, the same key parks the call with all that was typed.</source>
   <translation>Después de colgar, la misma tecla aparca la llamada con todo lo escrito.</translation>
  </message>
  <message>
   <source>Enter takes one up again, to be logged.</source>
   <translation>Enter retoma una para registrarla.</translation>
  </message>
  <message>
   <source>Incoming call</source>
   <translation>Llamada entrante</translation>
  </message>
  <message>
   <source>No call is parked</source>
   <translation>No hay llamadas aparcadas</translation>
  </message>
  <message>
   <source>Nobody on record</source>
   <translation>Nadie registrado</translation>
  </message>
  <message>
   <source>Outgoing call</source>
   <translation>Llamada saliente</translation>
  </message>
  <message>
   <source>Parked calls</source>
   <translation>Llamadas aparcadas</translation>
  </message>
  <message>
   <source>no outcome yet</source>
   <translation>sin resultado todavía</translation>
  </message>
  <message>
   <source>parked {0}</source>
   <translation>aparcada {0}</translation>
  </message>
  <message>
   <source>{0}, ended {1}, {2}</source>
   <translation>{0}, terminó {1}, {2}</translation>
  </message>
 </context>
 <context>
  <name>PeopleBlock</name>
  <message>
   <source>A call about nobody can be logged. Nobody has to register to get an answer.</source>
   <translation>Se puede registrar una llamada sobre nadie. Nadie tiene que inscribirse para recibir una respuesta.</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Sobre</translation>
  </message>
  <message>
   <source>About nobody</source>
   <translation>Sobre nadie</translation>
  </message>
  <message>
   <source>Add a person</source>
   <translation>Agregar persona</translation>
  </message>
  <message>
   <source>Dialed</source>
   <translation>Marcado</translation>
  </message>
  <message>
   <source>Find or add a person</source>
   <translation>Buscar o agregar</translation>
  </message>
  <message>
   <source>Move this call</source>
   <translation>Mover la llamada</translation>
  </message>
  <message>
   <source>Nobody on record</source>
   <translation>Nadie registrado</translation>
  </message>
  <message>
   <source>On the call</source>
   <translation>En la llamada</translation>
  </message>
  <message>
   <source>On the line</source>
   <translation>En la línea</translation>
  </message>
  <message>
   <source>People on this call</source>
   <translation>Personas en esta llamada</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Otra persona</translation>
  </message>
  <message>
   <source>Somebody unknown</source>
   <translation>Alguien desconocido</translation>
  </message>
  <message>
   <source>Speaking with</source>
   <translation>Habla con</translation>
  </message>
  <message>
   <source>Speaking with, about self</source>
   <translation>Habla por sí</translation>
  </message>
  <message>
   <source>Who is calling?</source>
   <translation>¿Quién llama?</translation>
  </message>
  <message>
   <source>Who is it about?</source>
   <translation>¿Sobre quién es?</translation>
  </message>
  <message>
   <source>Who speaks?</source>
   <translation>¿Quién habla?</translation>
  </message>
  <message>
   <source>unverified</source>
   <translation>sin verificar</translation>
  </message>
  <message>
   <source>verified</source>
   <translation>verificado</translation>
  </message>
 </context>
 <context>
  <name>PersonMenuFlow</name>
  <message numerus="yes">
   <source>%n alerts</source>
   <translation>
    <numerusform>%n alerta</numerusform>
    <numerusform>%n alertas</numerusform>
   </translation>
  </message>
  <message>
   <source>1 alert</source>
   <translation>1 alerta</translation>
  </message>
  <message>
   <source>Copy {0}</source>
   <translation>Copiar {0}</translation>
  </message>
  <message>
   <source>Correct the record</source>
   <translation>Corregir la ficha</translation>
  </message>
  <message>
   <source>Emergency access</source>
   <translation>Acceso de emergencia</translation>
  </message>
  <message>
   <source>Find the person first ({0}). On a call, verify first ({1}).</source>
   <translation>Busque primero a la persona ({0}). En una llamada, verifique primero ({1}).</translation>
  </message>
  <message>
   <source>More about this person</source>
   <translation>Más sobre esta persona</translation>
  </message>
  <message>
   <source>The number is copied, for a minute.</source>
   <translation>El número está copiado, durante un minuto.</translation>
  </message>
  <message>
   <source>What was changed, and by whom</source>
   <translation>Qué se cambió y quién lo hizo</translation>
  </message>
  <message>
   <source>Who may speak for this person</source>
   <translation>Quién puede hablar por esta persona</translation>
  </message>
 </context>
 <context>
  <name>PersonPage</name>
  <message>
   <source>Birth date</source>
   <translation>Fecha de nacimiento</translation>
  </message>
  <message>
   <source>Full name</source>
   <translation>Nombre completo</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>Needs an interpreter</source>
   <translation>Necesita intérprete</translation>
  </message>
  <message>
   <source>No voicemail on any number</source>
   <translation>Sin mensajes de voz en ningún número</translation>
  </message>
  <message>
   <source>Not said</source>
   <translation>Sin indicar</translation>
  </message>
  <message>
   <source>Preferred name</source>
   <translation>Nombre preferido</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Sexo</translation>
  </message>
  <message>
   <source>Such as 9 Jun 1974</source>
   <translation>Por ejemplo 9 jun 1974</translation>
  </message>
 </context>
 <context>
  <name>ProfileButton</name>
  <message>
   <source>Nobody is signed in</source>
   <translation>Nadie ha iniciado sesión</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Step {0} of {1}</source>
   <translation>Paso {0} de {1}</translation>
  </message>
 </context>
 <context>
  <name>ProgressStrip</name>
  <message>
   <source>Pause</source>
   <translation>Pausar</translation>
  </message>
  <message>
   <source>Pausing</source>
   <translation>Pausando</translation>
  </message>
 </context>
 <context>
  <name>PromiseSheet</name>
  <message>
   <source>A nurse rings about the fever</source>
   <translation>Una enfermera llama por la fiebre</translation>
  </message>
  <message>
   <source>By when</source>
   <translation>Para cuándo</translation>
  </message>
  <message>
   <source>Promise</source>
   <translation>Promesa</translation>
  </message>
  <message>
   <source>Say what was promised.</source>
   <translation>Diga qué se prometió.</translation>
  </message>
  <message>
   <source>What will be done</source>
   <translation>Qué se hará</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>Callbacks</source>
   <translation>Devoluciones</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
  <message>
   <source>Keys without a pane</source>
   <translation>Teclas sin panel propio</translation>
  </message>
  <message>
   <source>Lookup</source>
   <translation>Búsqueda</translation>
  </message>
  <message>
   <source>Next person</source>
   <translation>Persona siguiente</translation>
  </message>
 </context>
 <context>
  <name>ReadyFlow</name>
  <message>
   <source>Log this call first. {0} logs it and asks for the break.</source>
   <translation>Primero registre esta llamada. {0} la registra y pregunta por la pausa.</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Disponible</translation>
  </message>
 </context>
 <context>
  <name>ReasonsSheet</name>
  <message>
   <source>Back</source>
   <translation>Volver</translation>
  </message>
  <message>
   <source>Held back: {0}.</source>
   <translation>Retenido: {0}.</translation>
  </message>
  <message>
   <source>Nothing is advised now. Steps come with a person and a journey.</source>
   <translation>Ahora no se aconseja nada. Los pasos llegan con una persona y un recorrido.</translation>
  </message>
  <message>
   <source>Put aside on this call.</source>
   <translation>Apartado en esta llamada.</translation>
  </message>
  <message>
   <source>Why these steps</source>
   <translation>Por qué estos pasos</translation>
  </message>
  <message>
   <source>Why: {0}.</source>
   <translation>Motivo: {0}.</translation>
  </message>
 </context>
 <context>
  <name>RecordFlow</name>
  <message>
   <source>Pick the person again in a moment.</source>
   <translation>Elija a la persona otra vez en un momento.</translation>
  </message>
  <message>
   <source>Reading was cancelled. Pick the person again to read it.</source>
   <translation>Se canceló la lectura. Elija de nuevo a la persona para leer el expediente.</translation>
  </message>
 </context>
 <context>
  <name>RelationsPage</name>
  <message>
   <source>Authority</source>
   <translation>Autoridad</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Opcional</translation>
  </message>
  <message>
   <source>People found</source>
   <translation>Personas encontradas</translation>
  </message>
  <message>
   <source>Relationship to this person</source>
   <translation>Relación con esta persona</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>Somebody more</source>
   <translation>Alguien más</translation>
  </message>
  <message>
   <source>Such as 31 Dec 2026</source>
   <translation>Por ejemplo 31 dic 2026</translation>
  </message>
  <message>
   <source>Such as daughter</source>
   <translation>Por ejemplo, hija</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Hasta</translation>
  </message>
  <message>
   <source>Who is it? Name, number or birth date</source>
   <translation>¿Quién es? Nombre, número o fecha de nacimiento</translation>
  </message>
  <message>
   <source>Who may speak for this person</source>
   <translation>Quién puede hablar por esta persona</translation>
  </message>
 </context>
 <context>
  <name>ReportPage</name>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Dry run: nothing was changed</source>
   <translation>Ensayo: no se cambió nada</translation>
  </message>
  <message>
   <source>Files and places are told only in the window that imported, until it closes.</source>
   <translation>Los archivos y lugares se muestran solo en la ventana que importó, hasta que se cierre.</translation>
  </message>
  <message>
   <source>Import for good</source>
   <translation>Importar de verdad</translation>
  </message>
  <message>
   <source>What was not taken, and why</source>
   <translation>Qué no se tomó, y por qué</translation>
  </message>
  <message>
   <source>What was rejected lies in {0}. Correct it there, then import that.</source>
   <translation>Lo rechazado está en {0}. Corríjalo allí y después impórtelo.</translation>
  </message>
 </context>
 <context>
  <name>RequiredBox</name>
  <message>
   <source>I read this aloud</source>
   <translation>Lo leí en voz alta</translation>
  </message>
  <message>
   <source>Required, read word for word</source>
   <translation>Obligatorio: leer palabra por palabra</translation>
  </message>
 </context>
 <context>
  <name>ResultsBlock</name>
  <message numerus="yes">
   <source>%n found</source>
   <translation>
    <numerusform>%n encontrada</numerusform>
    <numerusform>%n encontradas</numerusform>
   </translation>
  </message>
  <message>
   <source>1 found</source>
   <translation>1 encontrada</translation>
  </message>
  <message>
   <source>Call about nobody</source>
   <translation>Llamada sobre nadie</translation>
  </message>
  <message>
   <source>Name, for 10 s</source>
   <translation>Nombre, 10 s</translation>
  </message>
  <message>
   <source>New person</source>
   <translation>Persona nueva</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>No se encontró a nadie</translation>
  </message>
  <message>
   <source>Nobody has to be on record: a call about nobody counts too.</source>
   <translation>Nadie tiene que estar registrado: una llamada sobre nadie también cuenta.</translation>
  </message>
  <message>
   <source>People found</source>
   <translation>Personas encontradas</translation>
  </message>
  <message>
   <source>Searching</source>
   <translation>Buscando</translation>
  </message>
  <message numerus="yes">
   <source>The first %n found</source>
   <translation>
    <numerusform>La primera (%n) encontrada</numerusform>
    <numerusform>Las primeras %n encontradas</numerusform>
   </translation>
  </message>
  <message>
   <source>There are more. Type on to narrow.</source>
   <translation>Hay más. Siga escribiendo para acotar.</translation>
  </message>
 </context>
 <context>
  <name>ReviewFlow</name>
  <message>
   <source>The list cannot be read now.</source>
   <translation>La lista no se puede leer ahora.</translation>
  </message>
 </context>
 <context>
  <name>ReviewSheet</name>
  <message numerus="yes">
   <source>%n things do not fit together.</source>
   <translation>
    <numerusform>%n cosa no concuerda.</numerusform>
    <numerusform>%n cosas no concuerdan.</numerusform>
   </translation>
  </message>
  <message>
   <source>Before logging</source>
   <translation>Antes de registrar</translation>
  </message>
  <message>
   <source>Go back</source>
   <translation>Volver</translation>
  </message>
  <message>
   <source>Log anyway</source>
   <translation>Registrar de todos modos</translation>
  </message>
  <message>
   <source>One thing does not fit.</source>
   <translation>Una cosa no concuerda.</translation>
  </message>
 </context>
 <context>
  <name>RolesBlock</name>
  <message>
   <source>About</source>
   <translation>Sobre</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Nadie</translation>
  </message>
  <message>
   <source>Not said yet</source>
   <translation>Aún sin indicar</translation>
  </message>
  <message>
   <source>On this call</source>
   <translation>En esta llamada</translation>
  </message>
  <message>
   <source>Somebody unknown</source>
   <translation>Alguien desconocido</translation>
  </message>
  <message>
   <source>Speaking with</source>
   <translation>Habla con</translation>
  </message>
  <message>
   <source>The same person</source>
   <translation>Quien habla</translation>
  </message>
  <message>
   <source>{0}, patient</source>
   <translation>{0}, paciente</translation>
  </message>
  <message>
   <source>{0}, {1}</source>
   <comment>name, relation</comment>
   <translation>{0}, {1}</translation>
  </message>
 </context>
 <context>
  <name>SayBox</name>
  <message>
   <source>Say</source>
   <translation>Diga</translation>
  </message>
 </context>
 <context>
  <name>ScriptPage</name>
  <message numerus="yes">
   <source>%n earlier answers</source>
   <translation>
    <numerusform>%n respuesta anterior</numerusform>
    <numerusform>%n respuestas anteriores</numerusform>
   </translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Respuesta</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Choose an answer</source>
   <translation>Elegir una respuesta</translation>
  </message>
  <message>
   <source>End of the script</source>
   <translation>Fin del guion</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Seguir</translation>
  </message>
  <message>
   <source>Nothing is left to ask. Pick the outcome and log.</source>
   <translation>No queda nada por preguntar. Elija el resultado y registre.</translation>
  </message>
  <message>
   <source>Read it first</source>
   <translation>Léalo primero</translation>
  </message>
  <message>
   <source>Type the answer</source>
   <translation>Escriba la respuesta</translation>
  </message>
 </context>
 <context>
  <name>SearchCard</name>
  <message>
   <source>Lookup</source>
   <translation>Buscar persona</translation>
  </message>
  <message>
   <source>Name, phone or MRN</source>
   <translation>Nombre, teléfono o MRN</translation>
  </message>
 </context>
 <context>
  <name>SendSheet</name>
  <message>
   <source>Choose something to send, or close.</source>
   <translation>Elija algo para enviar, o cierre.</translation>
  </message>
  <message>
   <source>No content is published that could be sent.</source>
   <translation>No hay contenido publicado que se pueda enviar.</translation>
  </message>
  <message>
   <source>Not now: {0}</source>
   <translation>Ahora no: {0}</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Enviar</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}: {1}</translation>
  </message>
 </context>
 <context>
  <name>SendingFlow</name>
  <message numerus="yes">
   <source>%n entries need attention</source>
   <translation>
    <numerusform>%n entrada requiere atención</numerusform>
    <numerusform>%n entradas requieren atención</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n logged today</source>
   <translation>
    <numerusform>%n registrada hoy</numerusform>
    <numerusform>%n registradas hoy</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parked</source>
   <translation>
    <numerusform>%n aparcada</numerusform>
    <numerusform>%n aparcadas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waiting to be sent</source>
   <translation>
    <numerusform>%n por enviar</numerusform>
    <numerusform>%n por enviar</numerusform>
   </translation>
  </message>
  <message>
   <source>1 entry needs attention</source>
   <translation>1 entrada requiere atención</translation>
  </message>
  <message numerus="yes">
   <source>All changes saved · %n sent again, the server had lost them</source>
   <translation>
    <numerusform>Todos los cambios guardados · %n enviada de nuevo; el servidor la había perdido</numerusform>
    <numerusform>Todos los cambios guardados · %n enviadas de nuevo; el servidor las había perdido</numerusform>
   </translation>
  </message>
  <message>
   <source>All changes saved · 1 sent again, the server had lost it</source>
   <translation>Todos los cambios guardados · 1 enviada de nuevo; el servidor la había perdido</translation>
  </message>
  <message numerus="yes">
   <source>All changes saved · synced %n s ago</source>
   <translation>
    <numerusform>Todos los cambios guardados · sincronizado hace %n s</numerusform>
    <numerusform>Todos los cambios guardados · sincronizado hace %n s</numerusform>
   </translation>
  </message>
  <message>
   <source>Connecting</source>
   <translation>Conectando</translation>
  </message>
  <message>
   <source>Last log {time}: {outcome}</source>
   <translation>Último registro {time}: {outcome}</translation>
  </message>
  <message>
   <source>Nothing can be sent now.</source>
   <translation>Ahora no se puede enviar nada.</translation>
  </message>
  <message>
   <source>Nothing logged yet</source>
   <translation>Aún no hay nada registrado</translation>
  </message>
  <message numerus="yes">
   <source>Offline since {time} · %n entries kept on this computer, sent later</source>
   <translation>
    <numerusform>Sin conexión desde las {time} · %n entrada guardada en esta computadora; se envía después</numerusform>
    <numerusform>Sin conexión desde las {time} · %n entradas guardadas en esta computadora; se envían después</numerusform>
   </translation>
  </message>
  <message>
   <source>Offline since {time} · 1 entry kept on this computer, sent later</source>
   <translation>Sin conexión desde las {time} · 1 entrada guardada en esta computadora; se envía después</translation>
  </message>
  <message>
   <source>Offline since {time} · what you log is kept on this computer</source>
   <translation>Sin conexión desde las {time} · lo que registre se guarda en esta computadora</translation>
  </message>
  <message>
   <source>Saved on this computer only</source>
   <translation>Guardado solo en esta computadora</translation>
  </message>
  <message>
   <source>Somebody else changed what you corrected. {0} shows both.</source>
   <translation>Otra persona cambió lo que usted corrigió. {0} muestra ambos.</translation>
  </message>
  <message>
   <source>{0} What you log is kept here and sent later.</source>
   <translation>{0} Lo que registre se guarda aquí y se envía después.</translation>
  </message>
  <message>
   <source>{name}, no password: one desk only</source>
   <translation>{name}, sin contraseña: un solo puesto</translation>
  </message>
 </context>
 <context>
  <name>Skeleton</name>
  <message>
   <source>Loading</source>
   <translation>Cargando</translation>
  </message>
 </context>
 <context>
  <name>StaffFlow</name>
  <message>
   <source>Log this call first, then somebody else can sit down.</source>
   <translation>Registre primero esta llamada; después puede sentarse otra persona.</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Mostrar</translation>
  </message>
 </context>
 <context>
  <name>Stepper</name>
  <message>
   <source>In no journey</source>
   <translation>En ningún recorrido</translation>
  </message>
  <message>
   <source>Journey {0}</source>
   <translation>Recorrido {0}</translation>
  </message>
  <message>
   <source>Journey {0}: stage {1} of {2}, {3}</source>
   <translation>Recorrido {0}: etapa {1} de {2}, {3}</translation>
  </message>
 </context>
 <context>
  <name>StepsPage</name>
  <message>
   <source>Next steps</source>
   <translation>Próximos pasos</translation>
  </message>
 </context>
 <context>
  <name>StopFlow</name>
  <message numerus="yes">
   <source>%n queued messages</source>
   <translation>
    <numerusform>%n mensaje en cola</numerusform>
    <numerusform>%n mensajes en cola</numerusform>
   </translation>
  </message>
  <message>
   <source>1 queued message</source>
   <translation>1 mensaje en cola</translation>
  </message>
  <message>
   <source>All marketing</source>
   <translation>Toda la promoción</translation>
  </message>
  <message>
   <source>Clinical escalation. Call back {phone}, at {place}.</source>
   <translation>Escalación clínica. Devolver la llamada al {phone}, en {place}.</translation>
  </message>
  <message>
   <source>Dialing {number}</source>
   <translation>Marcando {number}</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Todo</translation>
  </message>
  <message>
   <source>I have stopped all our advertising to you, as of now.</source>
   <translation>He detenido toda nuestra publicidad para usted, a partir de ahora.</translation>
  </message>
  <message>
   <source>I have stopped our calls and texts to this number, as of now.</source>
   <translation>He detenido nuestras llamadas y mensajes de texto a este número, a partir de ahora.</translation>
  </message>
  <message>
   <source>I have stopped our calls and texts to you, as of now.</source>
   <translation>He detenido nuestras llamadas y mensajes de texto para usted, a partir de ahora.</translation>
  </message>
  <message>
   <source>I have stopped our calls, texts, emails and letters to you, as of now.</source>
   <translation>He detenido nuestras llamadas, mensajes de texto, correos y cartas para usted, a partir de ahora.</translation>
  </message>
  <message>
   <source>Nurse on duty</source>
   <translation>Enfermera de guardia</translation>
  </message>
  <message>
   <source>Start the call first ({0}).</source>
   <translation>Inicie primero la llamada ({0}).</translation>
  </message>
  <message>
   <source>Start the call first ({0}): a stop belongs to it.</source>
   <translation>Inicie primero la llamada ({0}): la baja es parte de ella.</translation>
  </message>
  <message>
   <source>This number only</source>
   <translation>Solo este número</translation>
  </message>
  <message>
   <source>This person, all numbers</source>
   <translation>Esta persona, todos los números</translation>
  </message>
  <message>
   <source>Undone by the rep before hang-up</source>
   <translation>Deshecho por el agente antes de colgar</translation>
  </message>
 </context>
 <context>
  <name>StopSheet</name>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Enter narrows it. Until then the wider one is in force.</source>
   <translation>Enter lo acota. Hasta entonces rige el más amplio.</translation>
  </message>
  <message>
   <source>Escalate</source>
   <translation>Escalar</translation>
  </message>
  <message>
   <source>Goes on, and why</source>
   <translation>Qué sigue, y por qué</translation>
  </message>
  <message>
   <source>Narrower needs a reason</source>
   <translation>Acotarlo requiere un motivo</translation>
  </message>
  <message>
   <source>Say why the person wants less stopped.</source>
   <translation>Diga por qué la persona quiere detener menos.</translation>
  </message>
  <message>
   <source>Stop request</source>
   <translation>Baja</translation>
  </message>
  <message>
   <source>Stopped now</source>
   <translation>Detenido ahora</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Anular</translation>
  </message>
  <message>
   <source>What stops</source>
   <translation>Qué se detiene</translation>
  </message>
  <message>
   <source>What the person said</source>
   <translation>Qué dijo la persona</translation>
  </message>
  <message>
   <source>Why narrower</source>
   <translation>Por qué se acota</translation>
  </message>
  <message>
   <source>until hang-up</source>
   <translation>hasta colgar</translation>
  </message>
 </context>
 <context>
  <name>StuckFlow</name>
  <message>
   <source>Log this call first. What needs attention is safe meanwhile.</source>
   <translation>Registre primero esta llamada. Lo que requiere atención está a salvo mientras tanto.</translation>
  </message>
  <message>
   <source>What needs attention opens after the call.</source>
   <translation>Lo que requiere atención se abre después de la llamada.</translation>
  </message>
 </context>
 <context>
  <name>StuckSheet</name>
  <message>
   <source>Ask the person if you can. What you leave stays in the history.</source>
   <translation>Pregunte a la persona si puede. Lo que deje permanece en el historial.</translation>
  </message>
  <message>
   <source>Correct the call</source>
   <translation>Corregir la llamada</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Descartar</translation>
  </message>
  <message>
   <source>Entries that could not be sent</source>
   <translation>Entradas que no se pudieron enviar</translation>
  </message>
  <message>
   <source>Everything was sent.</source>
   <translation>Todo se envió.</translation>
  </message>
  <message>
   <source>Leave what is on record</source>
   <translation>Dejar lo registrado</translation>
  </message>
  <message>
   <source>Log mine as a call of its own</source>
   <translation>Registrar la mía como llamada aparte</translation>
  </message>
  <message>
   <source>Needs attention</source>
   <translation>Requiere atención</translation>
  </message>
  <message>
   <source>On record: {0}</source>
   <translation>Registrado: {0}</translation>
  </message>
  <message>
   <source>Put mine in its place</source>
   <translation>Poner lo mío en su lugar</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Intentar de nuevo</translation>
  </message>
  <message>
   <source>Why is it discarded?</source>
   <translation>¿Por qué se descarta?</translation>
  </message>
  <message>
   <source>Yours: {0}</source>
   <translation>Suyo: {0}</translation>
  </message>
  <message>
   <source>{count} entries of {login} wait for {login} to sign in here.</source>
   <translation>{count} entradas de {login} esperan a que {login} inicie sesión aquí.</translation>
  </message>
  <message>
   <source>{count} entry of {login} waits for {login} to sign in here.</source>
   <translation>{count} entrada de {login} espera a que {login} inicie sesión aquí.</translation>
  </message>
 </context>
 <context>
  <name>SupervisorPage</name>
  <message numerus="yes">
   <source>%n calls</source>
   <translation>
    <numerusform>%n llamada</numerusform>
    <numerusform>%n llamadas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n new</source>
   <translation>
    <numerusform>%n nueva</numerusform>
    <numerusform>%n nuevas</numerusform>
   </translation>
  </message>
  <message>
   <source>1 call</source>
   <translation>1 llamada</translation>
  </message>
  <message>
   <source>; </source>
   <translation>; </translation>
  </message>
  <message>
   <source>Clear filters</source>
   <translation>Quitar filtros</translation>
  </message>
  <message>
   <source>Dispositions</source>
   <translation>Llamadas registradas</translation>
  </message>
  <message>
   <source>No call fits</source>
   <translation>Ninguna llamada coincide</translation>
  </message>
  <message>
   <source>Nothing was logged that fits these filters.</source>
   <translation>No se registró nada que coincida con estos filtros.</translation>
  </message>
  <message>
   <source>Refresh</source>
   <translation>Actualizar</translation>
  </message>
  <message>
   <source>Team</source>
   <translation>Equipo</translation>
  </message>
  <message>
   <source>The list cannot be read now</source>
   <translation>La lista no se puede leer ahora</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Intentar de nuevo</translation>
  </message>
  <message>
   <source>Unusual access</source>
   <translation>Accesos inusuales</translation>
  </message>
  <message numerus="yes">
   <source>Unusual access: %n new</source>
   <translation>
    <numerusform>Accesos inusuales: %n nuevo</numerusform>
    <numerusform>Accesos inusuales: %n nuevos</numerusform>
   </translation>
  </message>
  <message>
   <source>Updated {0} min ago</source>
   <translation>Actualizado hace {0} min</translation>
  </message>
  <message>
   <source>Updated {0} s ago</source>
   <translation>Actualizado hace {0} s</translation>
  </message>
  <message>
   <source>{0}: {1} outbound, {2} inbound</source>
   <translation>{0}: {1} salientes, {2} entrantes</translation>
  </message>
 </context>
 <context>
  <name>TablePart</name>
  <message>
   <source>Enter or a letter: what it fills · →: how it is read · Del: not taken</source>
   <translation>Enter o una letra: qué llena · →: cómo se lee · Del: no se toma</translation>
  </message>
  <message>
   <source>There is no table in these files.</source>
   <translation>No hay ninguna tabla en estos archivos.</translation>
  </message>
 </context>
 <context>
  <name>TeamFlow</name>
  <message>
   <source>Supervisors see who is ready. You see your own state.</source>
   <translation>Los supervisores ven quién está disponible. Usted ve su propio estado.</translation>
  </message>
  <message>
   <source>Try again in a moment.</source>
   <translation>Inténtelo de nuevo en un momento.</translation>
  </message>
 </context>
 <context>
  <name>TeamSheet</name>
  <message>
   <source>Nobody took a break today</source>
   <translation>Hoy nadie hizo una pausa</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Disponible</translation>
  </message>
  <message>
   <source>Ready and not ready</source>
   <translation>Disponibles y no disponibles</translation>
  </message>
  <message>
   <source>This cannot be read now</source>
   <translation>Esto no se puede leer ahora</translation>
  </message>
  <message>
   <source>What reps said today. Who said nothing is ready.</source>
   <translation>Lo que dijeron hoy los agentes. Quien no dijo nada está disponible.</translation>
  </message>
  <message>
   <source>When a rep is not ready, her reason and since when are shown here.</source>
   <translation>Cuando un agente no está disponible, aquí se ven el motivo y desde cuándo.</translation>
  </message>
  <message>
   <source>since {0}</source>
   <translation>desde las {0}</translation>
  </message>
 </context>
 <context>
  <name>TimelineFlow</name>
  <message>
   <source>Entries open once verified ({0}).</source>
   <translation>Las entradas se abren tras la verificación ({0}).</translation>
  </message>
  <message>
   <source>Nothing is as old as that. This is the earliest.</source>
   <translation>No hay nada tan antiguo. Esto es lo primero.</translation>
  </message>
  <message>
   <source>This entry cannot be read now. Press Enter on it to try again.</source>
   <translation>Esta entrada no se puede leer ahora. Pulse Intro sobre ella para intentarlo de nuevo.</translation>
  </message>
  <message>
   <source>Title opens once verified.</source>
   <translation>El título se abre al verificar.</translation>
  </message>
 </context>
 <context>
  <name>TimelineHead</name>
  <message>
   <source>Go to date</source>
   <translation>Ir a una fecha</translation>
  </message>
  <message>
   <source>Search timeline</source>
   <translation>Buscar en la cronología</translation>
  </message>
 </context>
 <context>
  <name>TimelinePages</name>
  <message>
   <source>Calls, messages and visits show here as they happen.</source>
   <translation>Las llamadas, los mensajes y las visitas aparecen aquí a medida que ocurren.</translation>
  </message>
  <message>
   <source>Clear filters</source>
   <translation>Quitar filtros</translation>
  </message>
  <message>
   <source>No touchpoints yet</source>
   <translation>Todavía no hay interacciones</translation>
  </message>
 </context>
 <context>
  <name>TimelinePane</name>
  <message numerus="yes">
   <source>%n found</source>
   <comment>touchpoints that hold a word</comment>
   <translation>
    <numerusform>%n encontrada</numerusform>
    <numerusform>%n encontradas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n touchpoints</source>
   <translation>
    <numerusform>%n interacción</numerusform>
    <numerusform>%n interacciones</numerusform>
   </translation>
  </message>
  <message>
   <source>1 touchpoint</source>
   <translation>1 interacción</translation>
  </message>
  <message>
   <source>Copy from {0} · {1}</source>
   <translation>Copia de las {0} · {1}</translation>
  </message>
  <message>
   <source>Loading…</source>
   <translation>Cargando…</translation>
  </message>
  <message>
   <source>Nothing holds “{0}”</source>
   <translation>Nada contiene «{0}»</translation>
  </message>
  <message>
   <source>Nothing loaded holds “{0}”</source>
   <translation>Nada de lo cargado contiene “{0}”</translation>
  </message>
  <message>
   <source>Other touchpoints are there.</source>
   <translation>Hay otras interacciones.</translation>
  </message>
  <message>
   <source>The record cannot be opened now</source>
   <translation>La ficha no se puede abrir ahora</translation>
  </message>
  <message>
   <source>The record opens when {0} is verified</source>
   <translation>Esta ficha se abre al verificar a {0}</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>Touchpoints of this kind</source>
   <translation>Interacciones de este tipo</translation>
  </message>
  <message>
   <source>Until then journeys, consents, timeline and their counts stay masked.</source>
   <translation>Hasta entonces recorridos, permisos, historial y sus cuentas permanecen ocultos.</translation>
  </message>
  <message>
   <source>{0} since {1}</source>
   <translation>{0} desde el {1}</translation>
  </message>
  <message>
   <source>{0} · {1}</source>
   <comment>found, of all touchpoints</comment>
   <translation>{0} · {1}</translation>
  </message>
  <message>
   <source>{0}: none</source>
   <translation>{0}: nada</translation>
  </message>
  <message>
   <source>{0}: none since {1}</source>
   <translation>{0}: nada desde el {1}</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Callbacks {0}</source>
   <translation>Pendientes {0}</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Páginas</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Buscar</translation>
  </message>
  <message>
   <source>Search people and commands</source>
   <translation>Buscar personas y comandos</translation>
  </message>
 </context>
 <context>
  <name>UndoPage</name>
  <message>
   <source>Leave it</source>
   <translation>Dejarla</translation>
  </message>
  <message>
   <source>Left off, whoever said stop in these files is still not contacted.</source>
   <translation>Si no se marca, quien pidió la baja en estos archivos sigue sin ser contactado.</translation>
  </message>
  <message>
   <source>People that it brought are taken back, fields are as they were before, and its touchpoints and consents no longer count.</source>
   <translation>Se retiran las personas que trajo, los campos quedan como antes, y sus interacciones y consentimientos ya no cuentan.</translation>
  </message>
  <message>
   <source>Revocations of consent, too</source>
   <translation>También las revocaciones de consentimiento</translation>
  </message>
  <message>
   <source>Undo the import of {0}, {1}?</source>
   <translation>¿Deshacer la importación de {0}, {1}?</translation>
  </message>
  <message>
   <source>Undo this import</source>
   <translation>Deshacer esta importación</translation>
  </message>
  <message>
   <source>What somebody changed here since stays, and so does what another import told again. An undone import can be imported again.</source>
   <translation>Lo que alguien cambió aquí desde entonces permanece, y también lo que otra importación repitió. Una importación deshecha se puede importar de nuevo.</translation>
  </message>
 </context>
 <context>
  <name>UnmetCard</name>
  <message>
   <source>Note the unmet need</source>
   <translation>Anotar la necesidad no cubierta</translation>
  </message>
  <message>
   <source>Say so: “I find nothing on this, so I will not guess. I note that you asked.”</source>
   <translation>Dígalo: “No encuentro nada sobre esto, así que no voy a adivinar. Anoto que usted lo preguntó.”</translation>
  </message>
  <message>
   <source>Unmet need added</source>
   <translation>Necesidad sin oferta agregada</translation>
  </message>
  <message>
   <source>{0}: nothing found</source>
   <translation>{0}: no se encontró nada</translation>
  </message>
 </context>
 <context>
  <name>UnmetNeedSheet</name>
  <message>
   <source>Flu shot after 18:00</source>
   <translation>Vacuna contra la gripe después de las 18:00</translation>
  </message>
  <message>
   <source>Say what was asked for.</source>
   <translation>Diga qué se pidió.</translation>
  </message>
  <message>
   <source>Unmet need</source>
   <translation>Necesidad sin oferta</translation>
  </message>
  <message>
   <source>What was asked for that is not offered</source>
   <translation>Qué se pidió que no se ofrece</translation>
  </message>
 </context>
 <context>
  <name>UnusualSheet</name>
  <message>
   <source>Last 7 days. Candidates for a second look; they prove nothing.</source>
   <translation>Últimos 7 días. Candidatos para una segunda mirada; no prueban nada.</translation>
  </message>
  <message>
   <source>Nobody opened a record in the last 7 days that asks for a second look.</source>
   <translation>En los últimos 7 días nadie abrió una ficha que pida una segunda mirada.</translation>
  </message>
  <message>
   <source>Nothing unusual</source>
   <translation>Nada inusual</translation>
  </message>
  <message>
   <source>This cannot be read now</source>
   <translation>Esto no se puede leer ahora</translation>
  </message>
  <message>
   <source>Unusual access</source>
   <translation>Accesos inusuales</translation>
  </message>
 </context>
 <context>
  <name>VerifyColumn</name>
  <message>
   <source>As it is said; its first letters do</source>
   <translation>Como se dice; bastan las primeras letras</translation>
  </message>
  <message>
   <source>Ask this: address is shared</source>
   <translation>Pregunte esto: la dirección es compartida</translation>
  </message>
  <message>
   <source>Birth date</source>
   <translation>Fecha de nacimiento</translation>
  </message>
  <message>
   <source>Full name</source>
   <translation>Nombre completo</translation>
  </message>
  <message>
   <source>MRN, or a phone on file other than this one</source>
   <translation>MRN, o un teléfono registrado distinto de este</translation>
  </message>
  <message>
   <source>One of these is enough</source>
   <translation>Basta con uno de estos</translation>
  </message>
  <message>
   <source>Verified: {0}, {1}</source>
   <translation>Verificado: {0}, {1}</translation>
  </message>
  <message>
   <source>ZIP or address, else MRN or another phone</source>
   <translation>Código postal o dirección; si no, MRN u otro teléfono</translation>
  </message>
  <message numerus="yes">
   <source>{0} Ask once more; %n tries left.</source>
   <translation>
    <numerusform>{0} Pregunte una vez más; queda %n intento.</numerusform>
    <numerusform>{0} Pregunte una vez más; quedan %n intentos.</numerusform>
   </translation>
  </message>
  <message>
   <source>{0} Ask once more; 1 try left.</source>
   <translation>{0} Pregunte una vez más; queda 1 intento.</translation>
  </message>
  <message>
   <source>{0} No tries left: pick Could not verify.</source>
   <translation>{0} No quedan intentos: elija No se pudo verificar.</translation>
  </message>
  <message>
   <source>{0} do not match.</source>
   <translation>{0} no coinciden.</translation>
  </message>
  <message>
   <source>{0} does not match.</source>
   <translation>{0} no coincide.</translation>
  </message>
  <message>
   <source>{0} may be two days: write it with strokes between.</source>
   <translation>{0} puede ser dos días: escríbalo con barras.</translation>
  </message>
 </context>
 <context>
  <name>VerifyFlow</name>
  <message>
   <source>No tries left on this call. Log it as Could not verify.</source>
   <translation>No quedan intentos en esta llamada. Regístrela como No se pudo verificar.</translation>
  </message>
  <message>
   <source>The items of the person whom the call is about do not all match yet.</source>
   <translation>Los datos de la persona sobre quien es la llamada todavía no coinciden todos.</translation>
  </message>
 </context>
 <context>
  <name>VerifySheet</name>
  <message>
   <source>About</source>
   <translation>Sobre</translation>
  </message>
  <message>
   <source>Authority</source>
   <translation>Autoridad</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Looked up when both are matched. Listening is always allowed; telling is not.</source>
   <translation>Se consulta cuando ambos coinciden. Escuchar siempre está permitido; informar, no.</translation>
  </message>
  <message>
   <source>May the one speak for the other?</source>
   <translation>¿Puede una persona hablar por la otra?</translation>
  </message>
  <message>
   <source>Speaking with</source>
   <translation>Habla con</translation>
  </message>
  <message>
   <source>Type what is said. It is checked and not kept.</source>
   <translation>Escriba lo que le dicen. Se comprueba y no se guarda.</translation>
  </message>
  <message>
   <source>Verify</source>
   <translation>Verificar</translation>
  </message>
 </context>
 <context>
  <name>WaitingBlock</name>
  <message>
   <source>Callbacks</source>
   <translation>Pendientes</translation>
  </message>
  <message>
   <source>Callbacks due</source>
   <translation>Pendientes</translation>
  </message>
  <message>
   <source>Names show again after the call.</source>
   <translation>Nombres: tras la llamada.</translation>
  </message>
  <message>
   <source>No callbacks are due.</source>
   <translation>No hay llamadas pendientes.</translation>
  </message>
  <message>
   <source>Open inquiries</source>
   <translation>Consultas abiertas</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>En espera</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>y %n más</numerusform>
    <numerusform>y %n más</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Welcome</name>
  <message>
   <source>Find a person with {0}, open a callback with {1}, or start a call with {2}.</source>
   <translation>Busque a una persona con {0}, abra una llamada pendiente con {1} o inicie una llamada con {2}.</translation>
  </message>
  <message>
   <source>Ready for the next call</source>
   <translation>Listo para la próxima llamada</translation>
  </message>
 </context>
 <context>
  <name>WhenField</name>
  <message>
   <source>Say when, such as tue 9:30 or +2d.</source>
   <translation>Diga cuándo, por ejemplo mar 9:30 o +2d.</translation>
  </message>
  <message>
   <source>tue 9:30, +2d, tomorrow 10</source>
   <translation>mar 9:30, +2d, mañana 10</translation>
  </message>
 </context>
 <context>
  <name>WhoSheet</name>
  <message>
   <source>No password: one desk only. A center signs in to its server instead.</source>
   <translation>Sin contraseña: un solo puesto. Un centro inicia sesión en su servidor.</translation>
  </message>
  <message>
   <source>Who works at this desk?</source>
   <translation>¿Quién trabaja en este puesto?</translation>
  </message>
  <message>
   <source>administrator</source>
   <translation>administrador</translation>
  </message>
  <message>
   <source>rep</source>
   <translation>agente</translation>
  </message>
  <message>
   <source>supervisor</source>
   <translation>supervisor</translation>
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>Console</source>
   <translation>Consola</translation>
  </message>
  <message>
   <source>Engagement center</source>
   <translation>Centro de atención</translation>
  </message>
  <message>
   <source>Supervisor</source>
   <translation>Supervisión</translation>
  </message>
 </context>
 <context>
  <name>WrapUpPage</name>
  <message>
   <source>Any outcome</source>
   <translation>Cualquier resultado</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Cambiar</translation>
  </message>
  <message>
   <source>Dial again</source>
   <translation>Marcar otra vez</translation>
  </message>
  <message>
   <source>How did it end?</source>
   <translation>¿Cómo terminó?</translation>
  </message>
  <message>
   <source>Next attempt</source>
   <translation>Próximo intento</translation>
  </message>
  <message>
   <source>Or type any outcome</source>
   <translation>O escriba cualquier resultado</translation>
  </message>
  <message>
   <source>Voicemail text, names no reason</source>
   <translation>Texto para el buzón de voz, no nombra motivos</translation>
  </message>
 </context>
 <context>
  <name>_ContentDelegate</name>
  <message>
   <source>Say this</source>
   <translation>Diga esto</translation>
  </message>
 </context>
 <context>
  <name>_InForce</name>
  <message>
   <source>In force since {0}, from your keypress</source>
   <translation>Vigente desde las {0}, al pulsar la tecla</translation>
  </message>
 </context>
 <context>
  <name>_Line</name>
  <message numerus="yes">
   <source>%n late</source>
   <translation>
    <numerusform>%n atrasada</numerusform>
    <numerusform>%n atrasadas</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>_RoleLine</name>
  <message>
   <source>Pick somebody else</source>
   <translation>Elegir a otra persona</translation>
  </message>
  <message>
   <source>unverified</source>
   <translation>sin verificar</translation>
  </message>
  <message>
   <source>verified</source>
   <translation>verificado</translation>
  </message>
 </context>
 <context>
  <name>_WaysIn</name>
  <message>
   <source>About 400 invented people of a flu season, to look around with.</source>
   <translation>Unas 400 personas inventadas de una temporada de gripe, para conocer la consola.</translation>
  </message>
  <message>
   <source>Bring people in, look around with invented ones, or join a center.</source>
   <translation>Traiga personas, explore con otras inventadas o únase a un centro.</translation>
  </message>
  <message>
   <source>Connect</source>
   <translation>Conectar</translation>
  </message>
  <message>
   <source>From FHIR files or tables. Importing them again changes nothing.</source>
   <translation>De archivos FHIR o tablas. Importarlos otra vez no cambia nada.</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importar</translation>
  </message>
  <message>
   <source>Import people</source>
   <translation>Importar personas</translation>
  </message>
  <message>
   <source>Join a center</source>
   <translation>Unirse a un centro</translation>
  </message>
  <message>
   <source>Load demo</source>
   <translation>Cargar demo</translation>
  </message>
  <message>
   <source>Load demo data</source>
   <translation>Cargar demostración</translation>
  </message>
  <message>
   <source>One that already runs, with the address of its server and a login of yours.</source>
   <translation>Uno que ya funciona, con la dirección de su servidor y un usuario suyo.</translation>
  </message>
  <message>
   <source>This database is empty</source>
   <translation>Esta base de datos está vacía</translation>
  </message>
 </context>
 <context>
  <name>advice</name>
  <message>
   <source>Ask about the baby’s flu shot</source>
   <translation>Preguntar por la vacuna contra la gripe del bebé</translation>
  </message>
  <message>
   <source>Call back as asked</source>
   <translation>Devolver la llamada, como pidió</translation>
  </message>
  <message>
   <source>Call to ask how it goes</source>
   <translation>Llamar para preguntar cómo sigue</translation>
  </message>
  <message>
   <source>New mom; baby is {0} months old</source>
   <translation>New mom; el bebé tiene {0} meses</translation>
  </message>
  <message>
   <source>Offer a visit at the flu clinic</source>
   <translation>Ofrecer una cita en la clínica de gripe</translation>
  </message>
  <message>
   <source>Offer another time</source>
   <translation>Ofrecer otra hora</translation>
  </message>
  <message>
   <source>Offer portal access</source>
   <translation>Ofrecer acceso al portal</translation>
  </message>
  <message>
   <source>Offer the next well-baby visit</source>
   <translation>Ofrecer la próxima revisión del bebé</translation>
  </message>
  <message>
   <source>Offer the visit after the birth</source>
   <translation>Ofrecer la cita después del parto</translation>
  </message>
  <message>
   <source>Send "Keep the family well in flu season"</source>
   <translation>Enviar "Keep the family well in flu season"</translation>
  </message>
  <message>
   <source>Send the care instructions by email</source>
   <translation>Enviar las indicaciones de cuidado por correo</translation>
  </message>
  <message>
   <source>Send the care instructions by text</source>
   <translation>Enviar las indicaciones de cuidado por mensaje</translation>
  </message>
  <message>
   <source>Send the confirmation by text</source>
   <translation>Enviar la confirmación por mensaje</translation>
  </message>
  <message>
   <source>Send the flu shot information for the new season</source>
   <translation>Enviar la información de la vacuna para la nueva temporada</translation>
  </message>
  <message>
   <source>Send the flu shot reminder by text</source>
   <translation>Enviar por mensaje el recordatorio de la vacuna</translation>
  </message>
  <message>
   <source>Send the welcome to the program</source>
   <translation>Enviar la bienvenida al programa</translation>
  </message>
  <message>
   <source>Tell what the flu shot costs</source>
   <translation>Decir cuánto cuesta la vacuna contra la gripe</translation>
  </message>
  <message>
   <source>asked {0} to be called</source>
   <translation>pidió {0} que se le llame</translation>
  </message>
  <message>
   <source>baby is {0} months old; no visit ahead</source>
   <translation>el bebé tiene {0} meses; sin cita próxima</translation>
  </message>
  <message>
   <source>birth {0}; no visit booked</source>
   <translation>parto {0}; sin cita reservada</translation>
  </message>
  <message>
   <source>came to the clinic {0}</source>
   <translation>vino a la clínica {0}</translation>
  </message>
  <message>
   <source>came to the clinic {0}, a week or more ago</source>
   <translation>vino a la clínica {0}, hace una semana o más</translation>
  </message>
  <message>
   <source>enrolled; not welcomed yet</source>
   <translation>inscrita; aún sin bienvenida</translation>
  </message>
  <message>
   <source>in touch since the visit; not sent yet this season</source>
   <translation>en contacto desde la cita; aún no se envió esta temporada</translation>
  </message>
  <message>
   <source>no account; care instructions go there</source>
   <translation>sin cuenta; ahí van las indicaciones de cuidado</translation>
  </message>
  <message>
   <source>no flu shot on record for this season</source>
   <translation>no consta vacuna contra la gripe esta temporada</translation>
  </message>
  <message>
   <source>read the page on cost {0}</source>
   <translation>leyó la página de costos {0}</translation>
  </message>
  <message>
   <source>the last visit was {0}; a new season begins</source>
   <translation>la última cita fue {0}; empieza otra temporada</translation>
  </message>
  <message>
   <source>the visit was cancelled or missed</source>
   <translation>la cita se canceló o se perdió</translation>
  </message>
  <message>
   <source>visit {0}</source>
   <translation>cita {0}</translation>
  </message>
 </context>
 <context>
  <name>alerts</name>
  <message>
   <source>({0}, {1})</source>
   <comment>zone, local time</comment>
   <translation>({0}, {1})</translation>
  </message>
  <message>
   <source>Complaint open</source>
   <translation>Queja abierta</translation>
  </message>
  <message>
   <source>Confidential contact</source>
   <translation>Contacto confidencial</translation>
  </message>
  <message>
   <source>Emergency access until {0}</source>
   <translation>Acceso de emergencia hasta las {0}</translation>
  </message>
  <message>
   <source>Hold: {0}</source>
   <translation>Retención: {0}</translation>
  </message>
  <message>
   <source>Interpreter</source>
   <translation>Intérprete</translation>
  </message>
  <message>
   <source>Interpreter: {0}</source>
   <translation>Intérprete: {0}</translation>
  </message>
  <message>
   <source>Minor</source>
   <translation>Menor de edad</translation>
  </message>
  <message>
   <source>No voicemail</source>
   <translation>Sin buzón</translation>
  </message>
  <message>
   <source>Reported deceased</source>
   <translation>Fallecimiento informado</translation>
  </message>
  <message>
   <source>afternoons</source>
   <translation>las tardes</translation>
  </message>
  <message>
   <source>calls</source>
   <translation>llamadas</translation>
  </message>
  <message>
   <source>email</source>
   <translation>correo</translation>
  </message>
  <message>
   <source>evenings</source>
   <translation>las noches</translation>
  </message>
  <message>
   <source>letters</source>
   <translation>cartas</translation>
  </message>
  <message>
   <source>mornings</source>
   <translation>las mañanas</translation>
  </message>
  <message>
   <source>portal messages</source>
   <translation>mensajes del portal</translation>
  </message>
  <message>
   <source>prefers {0}</source>
   <translation>prefiere {0}</translation>
  </message>
  <message>
   <source>texts</source>
   <translation>mensajes de texto</translation>
  </message>
  <message>
   <source>weekends</source>
   <translation>los fines de semana</translation>
  </message>
 </context>
 <context>
  <name>care</name>
  <message>
   <source>{0}: {1}</source>
   <comment>kind: its name</comment>
   <translation>{0}: {1}</translation>
  </message>
 </context>
 <context>
  <name>correct</name>
  <message>
   <source>A phone number, an email or an address</source>
   <translation>Un teléfono, un correo o una dirección</translation>
  </message>
  <message>
   <source>Added: {0}</source>
   <translation>Agregado: {0}</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Dirección</translation>
  </message>
  <message>
   <source>Address in {0}</source>
   <translation>Dirección en {0}</translation>
  </message>
  <message>
   <source>As understood</source>
   <translation>Como se entendió</translation>
  </message>
  <message>
   <source>Authority</source>
   <translation>Autoridad</translation>
  </message>
  <message>
   <source>Birth date</source>
   <translation>Fecha de nacimiento</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Ciudad</translation>
  </message>
  <message>
   <source>Confidential</source>
   <translation>Confidencial</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Contacto</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>País</translation>
  </message>
  <message>
   <source>Deceased</source>
   <translation>Persona fallecida</translation>
  </message>
  <message>
   <source>Died</source>
   <translation>Falleció</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>Correo</translation>
  </message>
  <message>
   <source>Extension</source>
   <translation>Extensión</translation>
  </message>
  <message>
   <source>Family name</source>
   <translation>Apellido</translation>
  </message>
  <message>
   <source>Female</source>
   <translation>Femenino</translation>
  </message>
  <message>
   <source>For a while</source>
   <translation>Por un tiempo</translation>
  </message>
  <message>
   <source>Given names</source>
   <translation>Nombres de pila</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Casa</translation>
  </message>
  <message>
   <source>Interpreter</source>
   <translation>Intérprete</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>Male</source>
   <translation>Masculino</translation>
  </message>
  <message>
   <source>Mobile</source>
   <translation>Celular</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>No authority</source>
   <translation>Sin autoridad</translation>
  </message>
  <message>
   <source>No possible number. It is kept as typed, and found by its digits.</source>
   <translation>No es un número posible. Se conserva como se escribió y se encuentra por sus dígitos.</translation>
  </message>
  <message>
   <source>No voicemail</source>
   <translation>Sin buzón de voz</translation>
  </message>
  <message>
   <source>Not in service</source>
   <translation>Fuera de servicio</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>No se sabe</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Otro</translation>
  </message>
  <message>
   <source>Other names</source>
   <translation>Otros nombres</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Teléfono</translation>
  </message>
  <message>
   <source>Phone {0}</source>
   <translation>Teléfono {0}</translation>
  </message>
  <message>
   <source>Preferred</source>
   <translation>Preferido</translation>
  </message>
  <message>
   <source>Preferred name</source>
   <translation>Nombre preferido</translation>
  </message>
  <message>
   <source>Relationship</source>
   <translation>Relación</translation>
  </message>
  <message>
   <source>Retired</source>
   <translation>Retirado</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Sexo</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>This email leads nowhere as it stands. It is kept as typed.</source>
   <translation>Así como está, este correo no llega a ningún lado. Se conserva como se escribió.</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Hasta</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Uso</translation>
  </message>
  <message>
   <source>Work</source>
   <translation>Trabajo</translation>
  </message>
  <message>
   <source>Wrong</source>
   <translation>Equivocado</translation>
  </message>
  <message>
   <source>Wrong number</source>
   <translation>Número equivocado</translation>
  </message>
  <message>
   <source>ZIP</source>
   <translation>Código postal</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>until {0}</source>
   <translation>hasta {0}</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>sí</translation>
  </message>
  <message>
   <source>{0} · {1} · import from {2}</source>
   <translation>{0} · {1} · importado de {2}</translation>
  </message>
  <message>
   <source>{0}, extension {1}</source>
   <translation>{0}, extensión {1}</translation>
  </message>
 </context>
 <context>
  <name>due</name>
  <message>
   <source>Asked for {0}</source>
   <translation>Pedida para {0}</translation>
  </message>
  <message>
   <source>From {0}</source>
   <translation>De {0}</translation>
  </message>
  <message>
   <source>Promised for {0}</source>
   <translation>Prometida para {0}</translation>
  </message>
  <message>
   <source>Taken by {0}</source>
   <translation>La tomó {0}</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Desconocido</translation>
  </message>
 </context>
 <context>
  <name>imports</name>
  <message numerus="yes">
   <source>%Ln facts no longer count.</source>
   <translation>
    <numerusform>%Ln hecho ya no cuenta.</numerusform>
    <numerusform>%Ln hechos ya no cuentan.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln fields are as before.</source>
   <translation>
    <numerusform>%Ln campo está como antes.</numerusform>
    <numerusform>%Ln campos están como antes.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln people are taken back.</source>
   <translation>
    <numerusform>Se retira %Ln persona.</numerusform>
    <numerusform>Se retiran %Ln personas.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln records stay, as somebody worked on them since.</source>
   <translation>
    <numerusform>%Ln ficha permanece, porque alguien trabajó en ella desde entonces.</numerusform>
    <numerusform>%Ln fichas permanecen, porque alguien trabajó en ellas desde entonces.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln revocations of consent stay in force.</source>
   <translation>
    <numerusform>%Ln revocación de consentimiento sigue vigente.</numerusform>
    <numerusform>%Ln revocaciones de consentimiento siguen vigentes.</numerusform>
   </translation>
  </message>
  <message>
   <source>1 fact no longer counts.</source>
   <translation>1 hecho ya no cuenta.</translation>
  </message>
  <message>
   <source>1 field is as before.</source>
   <translation>1 campo está como antes.</translation>
  </message>
  <message>
   <source>1 person is taken back.</source>
   <translation>Se retira 1 persona.</translation>
  </message>
  <message>
   <source>1 record stays, as somebody worked on it since.</source>
   <translation>1 ficha permanece, porque alguien trabajó en ella desde entonces.</translation>
  </message>
  <message>
   <source>1 revocation of consent stays in force.</source>
   <translation>1 revocación de consentimiento sigue vigente.</translation>
  </message>
  <message>
   <source>Being undone</source>
   <translation>Deshaciéndose</translation>
  </message>
  <message>
   <source>Cut off</source>
   <translation>Interrumpida</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminada</translation>
  </message>
  <message>
   <source>Dry run of {0}: {1}</source>
   <translation>Ensayo de {0}: {1}</translation>
  </message>
  <message>
   <source>Dry run: {0}</source>
   <translation>Ensayo: {0}</translation>
  </message>
  <message>
   <source>Going on brings in the rest.</source>
   <translation>Al continuar entra el resto.</translation>
  </message>
  <message>
   <source>Importing {0}: {1}</source>
   <translation>Importando {0}: {1}</translation>
  </message>
  <message>
   <source>Importing: {0}</source>
   <translation>Importando: {0}</translation>
  </message>
  <message>
   <source>It is being undone, or that was cut off.</source>
   <translation>Se está deshaciendo, o eso se interrumpió.</translation>
  </message>
  <message>
   <source>It runs at another desk, or was cut off there. That desk can go on with it.</source>
   <translation>Está en curso en otro puesto, o allí se interrumpió. Ese puesto puede continuarla.</translation>
  </message>
  <message>
   <source>Its report says what was taken back.</source>
   <translation>Su informe dice qué se retiró.</translation>
  </message>
  <message>
   <source>Not ended</source>
   <translation>Sin terminar</translation>
  </message>
  <message>
   <source>Nothing counted yet</source>
   <translation>Todavía no hay cuentas</translation>
  </message>
  <message>
   <source>Nothing new</source>
   <translation>Nada nuevo</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>En pausa</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>En curso</translation>
  </message>
  <message>
   <source>The desk that began it can go on with it.</source>
   <translation>El puesto que la comenzó puede continuarla.</translation>
  </message>
  <message>
   <source>The dry run is over and changed nothing. Its report: {0}.</source>
   <translation>El ensayo terminó y no cambió nada. Su informe: {0}.</translation>
  </message>
  <message>
   <source>The import is done. The report: {0}.</source>
   <translation>La importación terminó. El informe: {0}.</translation>
  </message>
  <message numerus="yes">
   <source>The import is done; %Ln records were rejected. The report: {0}.</source>
   <translation>
    <numerusform>La importación terminó; se rechazó %Ln registro. El informe: {0}.</numerusform>
    <numerusform>La importación terminó; se rechazaron %Ln registros. El informe: {0}.</numerusform>
   </translation>
  </message>
  <message>
   <source>The import is done; 1 record was rejected. The report: {0}.</source>
   <translation>La importación terminó; se rechazó 1 registro. El informe: {0}.</translation>
  </message>
  <message>
   <source>The import is paused. It waits to go on: {0}.</source>
   <translation>La importación está en pausa. Espera para continuar: {0}.</translation>
  </message>
  <message>
   <source>There was nothing to take back.</source>
   <translation>No había nada que retirar.</translation>
  </message>
  <message>
   <source>Undo goes on with it.</source>
   <translation>Deshacer continúa con ello.</translation>
  </message>
  <message>
   <source>Undoing an import</source>
   <translation>Deshaciendo una importación</translation>
  </message>
  <message>
   <source>Undoing an import: part {0} of {1}</source>
   <translation>Deshaciendo una importación: parte {0} de {1}</translation>
  </message>
  <message>
   <source>Undone</source>
   <translation>Deshecha</translation>
  </message>
  <message>
   <source>What came in so far stays.</source>
   <translation>Lo que ya entró permanece.</translation>
  </message>
  <message>
   <source>You can close this and take calls; you are told when it is done.</source>
   <translation>Puede cerrar esto y atender llamadas; se le avisa cuando termine.</translation>
  </message>
  <message>
   <source>beginning</source>
   <translation>comenzando</translation>
  </message>
  <message>
   <source>cell was left empty</source>
   <translation>celda quedó vacía</translation>
  </message>
  <message>
   <source>cells were left empty</source>
   <translation>celdas quedaron vacías</translation>
  </message>
  <message>
   <source>people are new</source>
   <translation>personas son nuevas</translation>
  </message>
  <message>
   <source>people were brought up to date</source>
   <translation>personas se actualizaron</translation>
  </message>
  <message>
   <source>people were kept as corrected here</source>
   <translation>personas quedaron como se corrigieron aquí</translation>
  </message>
  <message>
   <source>people were unchanged</source>
   <translation>personas quedaron sin cambios</translation>
  </message>
  <message>
   <source>person is new</source>
   <translation>persona es nueva</translation>
  </message>
  <message>
   <source>person was brought up to date</source>
   <translation>persona se actualizó</translation>
  </message>
  <message>
   <source>person was kept as corrected here</source>
   <translation>persona quedó como se corrigió aquí</translation>
  </message>
  <message>
   <source>person was unchanged</source>
   <translation>persona quedó sin cambios</translation>
  </message>
  <message>
   <source>record read</source>
   <translation>dato leído</translation>
  </message>
  <message>
   <source>record was rejected</source>
   <translation>dato se rechazó</translation>
  </message>
  <message>
   <source>record was skipped, as it is not kept here</source>
   <translation>dato se omitió, porque aquí no se guarda</translation>
  </message>
  <message>
   <source>records read</source>
   <translation>datos leídos</translation>
  </message>
  <message>
   <source>records were rejected</source>
   <translation>datos se rechazaron</translation>
  </message>
  <message>
   <source>records were skipped, as they are not kept here</source>
   <translation>datos se omitieron, porque aquí no se guardan</translation>
  </message>
  <message>
   <source>touchpoint is new</source>
   <translation>interacción es nueva</translation>
  </message>
  <message>
   <source>touchpoints are new</source>
   <translation>interacciones son nuevas</translation>
  </message>
  <message numerus="yes">
   <source>{0} and %n more</source>
   <translation>
    <numerusform>{0} y %n más</numerusform>
    <numerusform>{0} y %n más</numerusform>
   </translation>
  </message>
  <message>
   <source>{0} brought up to date</source>
   <translation>{0} actualizadas</translation>
  </message>
  <message>
   <source>{0} left empty</source>
   <translation>{0} quedó vacío</translation>
  </message>
  <message>
   <source>{0} new</source>
   <translation>{0} nuevas</translation>
  </message>
  <message>
   <source>{0} read, {1} %</source>
   <translation>{0} leídos, {1} %</translation>
  </message>
  <message>
   <source>{0} rejected</source>
   <translation>{0} rechazadas</translation>
  </message>
  <message>
   <source>{0} skipped</source>
   <translation>{0} se omitió</translation>
  </message>
  <message>
   <source>{0} touchpoint</source>
   <translation>{0} interacción</translation>
  </message>
  <message>
   <source>{0} touchpoints</source>
   <translation>{0} interacciones</translation>
  </message>
  <message>
   <source>{0} · {1}</source>
   <comment>when, who</comment>
   <translation>{0} · {1}</translation>
  </message>
 </context>
 <context>
  <name>keeping</name>
  <message>
   <source>The entry was not printed. Look at the printer and try again.</source>
   <translation>La entrada no se imprimió. Revise la impresora e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>The entry was not saved there. Check the folder and its room, or pick another.</source>
   <translation>La entrada no se guardó ahí. Revise la carpeta y el espacio libre, o elija otra.</translation>
  </message>
 </context>
 <context>
  <name>mapping</name>
  <message numerus="yes">
   <source>%n dates can be read both ways.</source>
   <translation>
    <numerusform>%n fecha se puede leer de dos maneras.</numerusform>
    <numerusform>%n fechas se pueden leer de dos maneras.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more files are no tables.</source>
   <translation>
    <numerusform>%n archivo más no es una tabla.</numerusform>
    <numerusform>%n archivos más no son tablas.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n rows looked at</source>
   <translation>
    <numerusform>%n fila revisada</numerusform>
    <numerusform>%n filas revisadas</numerusform>
   </translation>
  </message>
  <message>
   <source>1 date can be read both ways.</source>
   <translation>1 fecha se puede leer de dos maneras.</translation>
  </message>
  <message>
   <source>1 more file is no table.</source>
   <translation>1 archivo más no es una tabla.</translation>
  </message>
  <message>
   <source>1 row looked at</source>
   <translation>1 fila revisada</translation>
  </message>
  <message>
   <source>Agrees to calls</source>
   <translation>Acepta llamadas</translation>
  </message>
  <message>
   <source>Agrees to emails</source>
   <translation>Acepta correos</translation>
  </message>
  <message>
   <source>Agrees to mail</source>
   <translation>Acepta cartas</translation>
  </message>
  <message>
   <source>Agrees to marketing</source>
   <translation>Acepta promoción</translation>
  </message>
  <message>
   <source>Agrees to texts</source>
   <translation>Acepta mensajes de texto</translation>
  </message>
  <message>
   <source>Agrees: {0}</source>
   <translation>Acepta: {0}</translation>
  </message>
  <message>
   <source>Also in this mapping</source>
   <translation>También en esta asignación</translation>
  </message>
  <message>
   <source>Also: {0}.</source>
   <translation>Además: {0}.</translation>
  </message>
  <message>
   <source>As they are written</source>
   <translation>Como están escritas</translation>
  </message>
  <message>
   <source>Attended</source>
   <translation>Asistió</translation>
  </message>
  <message>
   <source>Birth date</source>
   <translation>Fecha de nacimiento</translation>
  </message>
  <message>
   <source>Booked</source>
   <translation>Reservada</translation>
  </message>
  <message>
   <source>Born {0}</source>
   <translation>Nacimiento: {0}</translation>
  </message>
  <message>
   <source>Bounced</source>
   <translation>Rebotado</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Llamada</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Cancelada</translation>
  </message>
  <message>
   <source>Channel of the consent</source>
   <translation>Canal del consentimiento</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Ciudad</translation>
  </message>
  <message>
   <source>Class of outreach</source>
   <translation>Clase de mensaje</translation>
  </message>
  <message>
   <source>Clinician's first name</source>
   <translation>Nombre de pila del profesional</translation>
  </message>
  <message>
   <source>Clinician's id</source>
   <translation>Id del profesional</translation>
  </message>
  <message>
   <source>Clinician's last name</source>
   <translation>Apellido del profesional</translation>
  </message>
  <message>
   <source>Clinician's name</source>
   <translation>Nombre del profesional</translation>
  </message>
  <message>
   <source>Clinician's phone</source>
   <translation>Teléfono del profesional</translation>
  </message>
  <message>
   <source>Clinicians</source>
   <translation>Profesionales</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Código</translation>
  </message>
  <message>
   <source>Code of what was given</source>
   <translation>Código de lo que se dio</translation>
  </message>
  <message>
   <source>Codes</source>
   <translation>Códigos</translation>
  </message>
  <message>
   <source>Consent given or revoked</source>
   <translation>Consentimiento otorgado o revocado</translation>
  </message>
  <message>
   <source>Consent's id</source>
   <translation>Id del consentimiento</translation>
  </message>
  <message>
   <source>Consents</source>
   <translation>Consentimientos</translation>
  </message>
  <message>
   <source>Contact point of person {0}</source>
   <translation>Dato de contacto de la persona {0}</translation>
  </message>
  <message>
   <source>Contact points</source>
   <translation>Datos de contacto</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>País</translation>
  </message>
  <message>
   <source>Date of death</source>
   <translation>Fecha de fallecimiento</translation>
  </message>
  <message>
   <source>Date of the consent</source>
   <translation>Fecha del consentimiento</translation>
  </message>
  <message>
   <source>Date of the touchpoint</source>
   <translation>Fecha de la interacción</translation>
  </message>
  <message>
   <source>Date of these wishes</source>
   <translation>Fecha de estos deseos</translation>
  </message>
  <message>
   <source>Day first</source>
   <translation>Día primero</translation>
  </message>
  <message>
   <source>Day of birth</source>
   <translation>Día de nacimiento</translation>
  </message>
  <message>
   <source>Day of the touchpoint</source>
   <translation>Día de la interacción</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Entregado</translation>
  </message>
  <message>
   <source>Did not come</source>
   <translation>No vino</translation>
  </message>
  <message>
   <source>Do not call</source>
   <translation>No llamar</translation>
  </message>
  <message>
   <source>Do not email</source>
   <translation>No enviar correos</translation>
  </message>
  <message>
   <source>Do not mail</source>
   <translation>No enviar cartas</translation>
  </message>
  <message>
   <source>Do not text</source>
   <translation>No enviar mensajes de texto</translation>
  </message>
  <message>
   <source>Duration in seconds</source>
   <translation>Duración en segundos</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>Correo</translation>
  </message>
  <message>
   <source>Email at home</source>
   <translation>Correo de casa</translation>
  </message>
  <message>
   <source>Email at work</source>
   <translation>Correo del trabajo</translation>
  </message>
  <message>
   <source>End of the touchpoint</source>
   <translation>Fin de la interacción</translation>
  </message>
  <message>
   <source>Evidence of the consent</source>
   <translation>Prueba del consentimiento</translation>
  </message>
  <message>
   <source>First name</source>
   <translation>Primer nombre</translation>
  </message>
  <message>
   <source>First person's id</source>
   <translation>Id de la primera persona</translation>
  </message>
  <message>
   <source>First rows as they would be read</source>
   <translation>Primeras filas, tal como se leerían</translation>
  </message>
  <message>
   <source>Full name</source>
   <translation>Nombre completo</translation>
  </message>
  <message>
   <source>Given</source>
   <translation>Otorgado</translation>
  </message>
  <message>
   <source>Has died</source>
   <translation>Falleció</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Casa</translation>
  </message>
  <message>
   <source>Home phone</source>
   <translation>Teléfono de casa</translation>
  </message>
  <message>
   <source>Inbound</source>
   <translation>Entrante</translation>
  </message>
  <message>
   <source>Inbound or outbound</source>
   <translation>Entrante o saliente</translation>
  </message>
  <message>
   <source>Is the main one</source>
   <translation>Es el principal</translation>
  </message>
  <message>
   <source>Kind of organization</source>
   <translation>Tipo de organización</translation>
  </message>
  <message>
   <source>Kind: call, visit, email …</source>
   <translation>Tipo: llamada, visita, correo …</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>Last name</source>
   <translation>Apellido</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Omitida</translation>
  </message>
  <message>
   <source>Left out: {0} ({1})</source>
   <comment>a reason, how often</comment>
   <translation>Omitidas: {0} ({1})</translation>
  </message>
  <message>
   <source>Looked up in “{0}”</source>
   <translation>Se busca en “{0}”</translation>
  </message>
  <message>
   <source>MRN</source>
   <translation>MRN</translation>
  </message>
  <message>
   <source>Mail</source>
   <translation>Carta</translation>
  </message>
  <message>
   <source>Middle name</source>
   <translation>Segundo nombre</translation>
  </message>
  <message>
   <source>Mobile</source>
   <translation>Celular</translation>
  </message>
  <message>
   <source>Mobile phone</source>
   <translation>Teléfono celular</translation>
  </message>
  <message>
   <source>Month first</source>
   <translation>Mes primero</translation>
  </message>
  <message>
   <source>Month of birth</source>
   <translation>Mes de nacimiento</translation>
  </message>
  <message>
   <source>Month of the touchpoint</source>
   <translation>Mes de la interacción</translation>
  </message>
  <message>
   <source>NPI</source>
   <translation>NPI</translation>
  </message>
  <message>
   <source>Name of the list of codes</source>
   <translation>Nombre de la lista de códigos</translation>
  </message>
  <message>
   <source>Needs an interpreter</source>
   <translation>Necesita intérprete</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>No birth date</source>
   <translation>Sin fecha de nacimiento</translation>
  </message>
  <message>
   <source>No column fills the person's id or name. Choose one that does.</source>
   <translation>Ninguna columna llena el id o el nombre de la persona. Elija una que lo haga.</translation>
  </message>
  <message>
   <source>No column fills “{0}”. Every row needs it.</source>
   <translation>Ninguna columna llena “{0}”. Cada fila lo necesita.</translation>
  </message>
  <message>
   <source>No marketing</source>
   <translation>Sin promoción</translation>
  </message>
  <message>
   <source>No outreach at all</source>
   <translation>Ningún contacto nuestro</translation>
  </message>
  <message>
   <source>No voicemail, please</source>
   <translation>Sin mensajes de voz</translation>
  </message>
  <message>
   <source>Not all of it can be read</source>
   <translation>No se puede leer todo</translation>
  </message>
  <message>
   <source>Not taken</source>
   <translation>No se toma</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message>
   <source>Nothing of its own</source>
   <translation>Nada propio</translation>
  </message>
  <message>
   <source>Number of the attempt</source>
   <translation>Número del intento</translation>
  </message>
  <message>
   <source>Number: {0}</source>
   <translation>Número: {0}</translation>
  </message>
  <message>
   <source>Of person {0}</source>
   <translation>De la persona {0}</translation>
  </message>
  <message>
   <source>Old</source>
   <translation>Anterior</translation>
  </message>
  <message>
   <source>Opened</source>
   <translation>Abierto</translation>
  </message>
  <message>
   <source>Organization's city</source>
   <translation>Ciudad de la organización</translation>
  </message>
  <message>
   <source>Organization's id</source>
   <translation>Id de la organización</translation>
  </message>
  <message>
   <source>Organization's name</source>
   <translation>Nombre de la organización</translation>
  </message>
  <message>
   <source>Organization's phone</source>
   <translation>Teléfono de la organización</translation>
  </message>
  <message>
   <source>Organization's state</source>
   <translation>Estado de la organización</translation>
  </message>
  <message>
   <source>Organizations</source>
   <translation>Organizaciones</translation>
  </message>
  <message>
   <source>Other names</source>
   <translation>Otros nombres</translation>
  </message>
  <message>
   <source>Other person's id</source>
   <translation>Id de la otra persona</translation>
  </message>
  <message>
   <source>Outbound</source>
   <translation>Saliente</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Persona</translation>
  </message>
  <message>
   <source>Person {0} at touchpoint {1}</source>
   <translation>Persona {0} en la interacción {1}</translation>
  </message>
  <message>
   <source>Person {0} is {1} of person {2}</source>
   <translation>La persona {0} es {1} de la persona {2}</translation>
  </message>
  <message>
   <source>Person's id</source>
   <translation>Id de la persona</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Teléfono</translation>
  </message>
  <message>
   <source>Phone extension</source>
   <translation>Extensión telefónica</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lugar</translation>
  </message>
  <message>
   <source>Portal</source>
   <translation>Portal</translation>
  </message>
  <message>
   <source>Preferred channel</source>
   <translation>Canal preferido</translation>
  </message>
  <message>
   <source>Preferred name</source>
   <translation>Nombre preferido</translation>
  </message>
  <message>
   <source>Purpose of the consent</source>
   <translation>Finalidad del consentimiento</translation>
  </message>
  <message>
   <source>Rejected: {0} ({1})</source>
   <comment>a reason, how often</comment>
   <translation>Rechazadas: {0} ({1})</translation>
  </message>
  <message>
   <source>Relationship ended on</source>
   <translation>La relación terminó el</translation>
  </message>
  <message>
   <source>Relationship's id</source>
   <translation>Id de la relación</translation>
  </message>
  <message>
   <source>Relationships</source>
   <translation>Relaciones</translation>
  </message>
  <message>
   <source>Revoked</source>
   <translation>Revocado</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Enviado</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Sexo</translation>
  </message>
  <message>
   <source>Somebody without name</source>
   <translation>Alguien sin nombre</translation>
  </message>
  <message>
   <source>Specialty</source>
   <translation>Especialidad</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Stop: {0}</source>
   <translation>Baja: {0}</translation>
  </message>
  <message>
   <source>Street</source>
   <translation>Calle</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Mensaje de texto</translation>
  </message>
  <message>
   <source>The mapping takes other rows only.</source>
   <translation>La asignación solo toma otras filas.</translation>
  </message>
  <message>
   <source>The table has no rows.</source>
   <translation>La tabla no tiene filas.</translation>
  </message>
  <message>
   <source>This table is left out ({0}). Say what its columns fill.</source>
   <translation>Esta tabla se omite ({0}). Diga qué llenan sus columnas.</translation>
  </message>
  <message>
   <source>This {0}.</source>
   <comment>why a row is rejected: has no date</comment>
   <translation>Esta fila: {0}.</translation>
  </message>
  <message>
   <source>Time of the touchpoint</source>
   <translation>Hora de la interacción</translation>
  </message>
  <message>
   <source>Time zone</source>
   <translation>Zona horaria</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <source>Touchpoint that somebody took part in</source>
   <translation>Interacción en que alguien participó</translation>
  </message>
  <message>
   <source>Touchpoint's id</source>
   <translation>Id de la interacción</translation>
  </message>
  <message>
   <source>Touchpoints</source>
   <translation>Interacciones</translation>
  </message>
  <message>
   <source>Use: home, mobile or work</source>
   <translation>Uso: casa, celular o trabajo</translation>
  </message>
  <message>
   <source>What the code means</source>
   <translation>Qué significa el código</translation>
  </message>
  <message>
   <source>What the first is to the other</source>
   <translation>Qué es la primera de la otra</translation>
  </message>
  <message>
   <source>When it was booked</source>
   <translation>Cuándo se reservó</translation>
  </message>
  <message>
   <source>Who took part</source>
   <translation>Quién participó</translation>
  </message>
  <message>
   <source>Who took part (id)</source>
   <translation>Quién participó (id)</translation>
  </message>
  <message>
   <source>Whose consent (id)</source>
   <translation>De quién es el consentimiento (id)</translation>
  </message>
  <message>
   <source>Whose contact point (id)</source>
   <translation>De quién es el dato de contacto (id)</translation>
  </message>
  <message>
   <source>Whose touchpoint (id)</source>
   <translation>De quién es la interacción (id)</translation>
  </message>
  <message>
   <source>With whom</source>
   <translation>Con quién</translation>
  </message>
  <message>
   <source>With {0}</source>
   <translation>Con {0}</translation>
  </message>
  <message>
   <source>Work</source>
   <translation>Trabajo</translation>
  </message>
  <message>
   <source>Work phone</source>
   <translation>Teléfono del trabajo</translation>
  </message>
  <message>
   <source>Would be left out</source>
   <translation>Se omitiría</translation>
  </message>
  <message>
   <source>Would be left out: {0}.</source>
   <translation>Se omitiría: {0}.</translation>
  </message>
  <message>
   <source>Would be rejected</source>
   <translation>Se rechazaría</translation>
  </message>
  <message>
   <source>Would be rejected in part: this {0}.</source>
   <translation>Se rechazaría en parte; esta fila: {0}.</translation>
  </message>
  <message>
   <source>Year first</source>
   <translation>Año primero</translation>
  </message>
  <message>
   <source>Year of birth</source>
   <translation>Año de nacimiento</translation>
  </message>
  <message>
   <source>Year of the touchpoint</source>
   <translation>Año de la interacción</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Sí</translation>
  </message>
  <message>
   <source>ZIP</source>
   <translation>Código postal</translation>
  </message>
  <message>
   <source>clinicians</source>
   <translation>profesionales</translation>
  </message>
  <message>
   <source>consents</source>
   <translation>consentimientos</translation>
  </message>
  <message>
   <source>contact points</source>
   <translation>datos de contacto</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>omitidas</translation>
  </message>
  <message>
   <source>new people</source>
   <translation>personas nuevas</translation>
  </message>
  <message>
   <source>no column of these tables is taken.</source>
   <translation>no se toma ninguna columna de estas tablas.</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nada</translation>
  </message>
  <message>
   <source>nothing is known of it</source>
   <translation>no se sabe nada de ella</translation>
  </message>
  <message>
   <source>organizations</source>
   <translation>organizaciones</translation>
  </message>
  <message>
   <source>people</source>
   <translation>personas</translation>
  </message>
  <message>
   <source>people brought up to date</source>
   <translation>personas actualizadas</translation>
  </message>
  <message>
   <source>people unchanged</source>
   <translation>personas sin cambios</translation>
  </message>
  <message>
   <source>read</source>
   <translation>leídas</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>rechazadas</translation>
  </message>
  <message>
   <source>relationships</source>
   <translation>relaciones</translation>
  </message>
  <message>
   <source>touchpoints</source>
   <translation>interacciones</translation>
  </message>
  <message>
   <source>whom touchpoints are about</source>
   <translation>de quién son las interacciones</translation>
  </message>
  <message>
   <source>words for codes</source>
   <translation>palabras de códigos</translation>
  </message>
  <message>
   <source>{0} ({1})</source>
   <comment>a kind of contact point, and of what use</comment>
   <translation>{0} ({1})</translation>
  </message>
  <message>
   <source>{0} is {1}</source>
   <comment>a word and what it means</comment>
   <translation>{0} es {1}</translation>
  </message>
  <message>
   <source>{0} means {1}</source>
   <comment>code, word</comment>
   <translation>{0} significa {1}</translation>
  </message>
  <message>
   <source>{0} only of rows whose {1} is {2}</source>
   <comment>what, column, words</comment>
   <translation>{0} solo de filas cuya columna {1} es {2}</translation>
  </message>
  <message>
   <source>{0} or {1}</source>
   <translation>{0} o {1}</translation>
  </message>
  <message>
   <source>{0} says nothing</source>
   <translation>{0} no dice nada</translation>
  </message>
  <message>
   <source>{0} {1}</source>
   <comment>a number and what it counts</comment>
   <translation>{0} {1}</translation>
  </message>
  <message>
   <source>{0}: {1} They are taken {2}.</source>
   <comment>column, dates, order</comment>
   <translation>{0}: {1} Se toman así: {2}.</translation>
  </message>
  <message>
   <source>“{0}” before it</source>
   <translation>“{0}” delante</translation>
  </message>
  <message>
   <source>“{0}” is filled by {1}. It takes one column.</source>
   <translation>“{0}” se llena con {1}. Admite una sola columna.</translation>
  </message>
  <message>
   <source>“{0}” is {1} in every row</source>
   <translation>“{0}” es {1} en cada fila</translation>
  </message>
 </context>
 <context>
  <name>marks</name>
  <message>
   <source>Active</source>
   <translation>Activo</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Contestado</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>Llegó</translation>
  </message>
  <message>
   <source>Attended</source>
   <translation>Asistió</translation>
  </message>
  <message>
   <source>Booked</source>
   <translation>Reservada</translation>
  </message>
  <message>
   <source>Bounced</source>
   <translation>Rebotado</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Cancelada</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Entregado</translation>
  </message>
  <message>
   <source>Did not come</source>
   <translation>No vino</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>Terminado</translation>
  </message>
  <message>
   <source>Incoming call</source>
   <translation>Llamada entrante</translation>
  </message>
  <message>
   <source>Link clicked</source>
   <translation>Abrió el enlace</translation>
  </message>
  <message>
   <source>Marked as spam</source>
   <translation>Marcado como spam</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>No enviado</translation>
  </message>
  <message>
   <source>Not verified</source>
   <translation>Sin verificar</translation>
  </message>
  <message>
   <source>Not verified: nobody spoken with</source>
   <translation>Sin verificar: no se habló con nadie</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Pendiente</translation>
  </message>
  <message>
   <source>Open, {0}</source>
   <translation>Pendiente, {0}</translation>
  </message>
  <message>
   <source>Opened</source>
   <translation>Abierto</translation>
  </message>
  <message>
   <source>Outgoing call</source>
   <translation>Llamada saliente</translation>
  </message>
  <message>
   <source>Proposed</source>
   <translation>Propuesto</translation>
  </message>
  <message>
   <source>Queued</source>
   <translation>En cola</translation>
  </message>
  <message>
   <source>Queued, no sender is set up.</source>
   <translation>En cola; no hay ningún remitente configurado.</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Leído</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Enviado</translation>
  </message>
  <message>
   <source>Sent in</source>
   <translation>Enviado por la persona</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Detenido</translation>
  </message>
  <message>
   <source>Third party</source>
   <translation>Tercero</translation>
  </message>
  <message>
   <source>Unsubscribed</source>
   <translation>Se dio de baja</translation>
  </message>
  <message>
   <source>Unverified</source>
   <translation>Sin verificar</translation>
  </message>
  <message>
   <source>Verified: patient</source>
   <translation>Verificado: paciente</translation>
  </message>
  <message>
   <source>Verified: proxy</source>
   <translation>Verificado: representante</translation>
  </message>
  <message>
   <source>Was queued for {0}. Stopped by the stop request.</source>
   <translation>Estaba en cola para {0}. Lo detuvo la solicitud de baja.</translation>
  </message>
  <message>
   <source>all</source>
   <translation>todo</translation>
  </message>
  <message>
   <source>care</source>
   <comment>a consent for messages about care</comment>
   <translation>atención</translation>
  </message>
  <message>
   <source>care and marketing</source>
   <translation>atención y promoción</translation>
  </message>
  <message>
   <source>marketing</source>
   <translation>promoción</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>de baja</translation>
  </message>
  <message>
   <source>{0} not asked</source>
   <translation>{0} sin preguntar</translation>
  </message>
  <message>
   <source>{0}, by {1}, {2}</source>
   <comment>verified, items, time</comment>
   <translation>{0}, por {1}, {2}</translation>
  </message>
  <message>
   <source>{0}: not asked</source>
   <translation>{0}: sin preguntar</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <comment>channel: state of consent</comment>
   <translation>{0}: {1}</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <comment>kind of touchpoint: title</comment>
   <translation>{0}: {1}</translation>
  </message>
 </context>
 <context>
  <name>rules</name>
  <message>
   <source>1 entry is</source>
   <translation>1 registro está</translation>
  </message>
  <message>
   <source>1 message, the last {0}.</source>
   <translation>1 mensaje, el último {0}.</translation>
  </message>
  <message>
   <source>1 statement to read</source>
   <translation>Falta leer 1 texto</translation>
  </message>
  <message>
   <source>24 hours</source>
   <translation>24 horas</translation>
  </message>
  <message>
   <source>7 days</source>
   <translation>7 días</translation>
  </message>
  <message>
   <source>A call back, due {0} by {1}.</source>
   <translation>Devolver la llamada, para {0} a las {1}.</translation>
  </message>
  <message>
   <source>A call back, was due {0} by {1}.</source>
   <translation>Devolver la llamada, era para {0} a las {1}.</translation>
  </message>
  <message>
   <source>A call back.</source>
   <translation>Devolver la llamada.</translation>
  </message>
  <message>
   <source>A complaint is open; outreach waits for its answer.</source>
   <translation>Hay una queja abierta; el contacto espera su respuesta.</translation>
  </message>
  <message>
   <source>A minor: no marketing.</source>
   <translation>Menor de edad: sin promoción.</translation>
  </message>
  <message>
   <source>A name is needed, even if only part of it.</source>
   <translation>Hace falta un nombre, aunque sea solo una parte.</translation>
  </message>
  <message>
   <source>A new person needs a name. Type what she or he gave.</source>
   <translation>Una persona nueva necesita un nombre. Escriba el que dio.</translation>
  </message>
  <message>
   <source>A parent's authority ended at {0}.</source>
   <translation>La autoridad de padre o madre terminó a los {0}.</translation>
  </message>
  <message>
   <source>A password does not belong into the database address. Leave it out: the console asks the keyring, and command-line tools read the file named by PGPASSFILE.</source>
   <translation>La contraseña no va en la dirección de la base de datos. Quítela: la consola pregunta al llavero, y las herramientas de línea de órdenes leen el archivo que indica PGPASSFILE.</translation>
  </message>
  <message>
   <source>A promise, due {0} by {1}.</source>
   <translation>Una promesa, para {0} a las {1}.</translation>
  </message>
  <message>
   <source>A promise, was due {0} by {1}.</source>
   <translation>Una promesa, era para {0} a las {1}.</translation>
  </message>
  <message>
   <source>A promise, {0}.</source>
   <translation>Una promesa, {0}.</translation>
  </message>
  <message>
   <source>A promise.</source>
   <translation>Una promesa.</translation>
  </message>
  <message>
   <source>A reaction to a medicine or vaccine: the nurse on duty, now, by warm hand-off.</source>
   <translation>Reacción a un medicamento o vacuna: pase ahora la llamada, con presentación, a la enfermera de turno.</translation>
  </message>
  <message>
   <source>A visit that is booked stays booked; reminders of it stop.</source>
   <translation>Una cita reservada sigue reservada; se detienen sus recordatorios.</translation>
  </message>
  <message>
   <source>Abandoned</source>
   <translation>Abandonada</translation>
  </message>
  <message>
   <source>Abnormal results and recalls go to a clinician, who decides how to reach you.</source>
   <translation>Los resultados anormales y los llamados a control van a un profesional clínico, que decide cómo contactarle.</translation>
  </message>
  <message>
   <source>Abuse or a threat: ask if it is safe to talk. Offer the hotline 1-800-799-7233. Tell your supervisor at once.</source>
   <translation>Abuso o amenaza: pregunte si puede hablar sin peligro. Ofrezca la línea 1-800-799-7233. Avise enseguida a su supervisor.</translation>
  </message>
  <message>
   <source>Acceptance</source>
   <translation>Aceptación</translation>
  </message>
  <message>
   <source>Access is watched on a server; this database is of one desk alone.</source>
   <translation>Los accesos se vigilan en un servidor; esta base de datos es de un solo puesto.</translation>
  </message>
  <message>
   <source>Acquisition</source>
   <translation>Captación</translation>
  </message>
  <message>
   <source>Add a time, such as “tue 9:30”.</source>
   <translation>Agregue una hora, por ejemplo “mar 9:30”.</translation>
  </message>
  <message>
   <source>Age not known: no parent's authority without it.</source>
   <translation>Edad desconocida: sin ella no hay autoridad de padre o madre.</translation>
  </message>
  <message>
   <source>Agreed on the line; tell what the agreement covers.</source>
   <translation>Aceptado en la línea; informe lo que cubre el acuerdo.</translation>
  </message>
  <message>
   <source>Already done or has care elsewhere</source>
   <translation>Ya hecho o se atiende en otro lugar</translation>
  </message>
  <message>
   <source>Already logged differently</source>
   <translation>Ya registrado de otro modo</translation>
  </message>
  <message>
   <source>Already open</source>
   <translation>Ya está abierta</translation>
  </message>
  <message>
   <source>An answer, due {0} by {1}.</source>
   <translation>Una respuesta, para {0} a las {1}.</translation>
  </message>
  <message>
   <source>An answer, was due {0} by {1}.</source>
   <translation>Una respuesta, era para {0} a las {1}.</translation>
  </message>
  <message>
   <source>An answer.</source>
   <translation>Una respuesta.</translation>
  </message>
  <message>
   <source>An appointment is entered.</source>
   <translation>Hay una cita anotada.</translation>
  </message>
  <message>
   <source>An appointment, and “{0}”.</source>
   <translation>Una cita, y “{0}”.</translation>
  </message>
  <message>
   <source>An unfinished call at this desk cannot be read any more.</source>
   <translation>Una llamada sin terminar de este puesto ya no se puede leer.</translation>
  </message>
  <message>
   <source>Another program holds the database file. Close it and try again.</source>
   <translation>Otro programa tiene tomado el archivo de la base de datos. Ciérrelo e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>Appointed by a court, on file.</source>
   <translation>Nombrado por un tribunal, registrado.</translation>
  </message>
  <message>
   <source>Appointment</source>
   <translation>Cita</translation>
  </message>
  <message>
   <source>Appointment booked</source>
   <translation>Cita reservada</translation>
  </message>
  <message>
   <source>Appointment changed</source>
   <translation>Cita cambiada</translation>
  </message>
  <message>
   <source>Ask first: what number can we call back if we are cut off, and where are you right now?</source>
   <translation>Pregunte primero: ¿a qué número podemos llamar si se corta, y dónde está usted ahora mismo?</translation>
  </message>
  <message>
   <source>Asked by email.</source>
   <translation>Preguntó por correo.</translation>
  </message>
  <message>
   <source>Asked by email: {0}</source>
   <translation>Preguntó por correo: {0}</translation>
  </message>
  <message>
   <source>Asked by text.</source>
   <translation>Preguntó por mensaje de texto.</translation>
  </message>
  <message>
   <source>Asked by text: {0}</source>
   <translation>Preguntó por mensaje de texto: {0}</translation>
  </message>
  <message>
   <source>Asked on a call.</source>
   <translation>Preguntó en una llamada.</translation>
  </message>
  <message>
   <source>Asked on a call: {0}</source>
   <translation>Preguntó en una llamada: {0}</translation>
  </message>
  <message>
   <source>Asked on a form.</source>
   <translation>Preguntó en un formulario.</translation>
  </message>
  <message>
   <source>Asked on a form: {0}</source>
   <translation>Preguntó en un formulario: {0}</translation>
  </message>
  <message>
   <source>Asked over the portal.</source>
   <translation>Preguntó por el portal.</translation>
  </message>
  <message>
   <source>Asked over the portal: {0}</source>
   <translation>Preguntó por el portal: {0}</translation>
  </message>
  <message>
   <source>Asked to be called back.</source>
   <translation>Pidió que le devuelvan la llamada.</translation>
  </message>
  <message>
   <source>Asked to be called back: {0}</source>
   <translation>Pidió que le devuelvan la llamada: {0}</translation>
  </message>
  <message>
   <source>Asked to be reached only where the confidential instruction says.</source>
   <translation>Pidió ser contactada solo donde dice la instrucción confidencial.</translation>
  </message>
  <message>
   <source>Asked us to stop everything, {0}.</source>
   <translation>Pidió que detengamos todo, {0}.</translation>
  </message>
  <message>
   <source>Asked us to stop marketing, {0}.</source>
   <translation>Pidió que detengamos la promoción, {0}.</translation>
  </message>
  <message>
   <source>Asked us to stop {0} to {1}, {2}.</source>
   <translation>Pidió que detengamos {0} a {1}, {2}.</translation>
  </message>
  <message>
   <source>Asked us to stop {0}, {1}.</source>
   <translation>Pidió que detengamos {0}, {1}.</translation>
  </message>
  <message>
   <source>Asked.</source>
   <translation>Preguntó.</translation>
  </message>
  <message>
   <source>Asked: {0}</source>
   <translation>Preguntó: {0}</translation>
  </message>
  <message>
   <source>Awareness</source>
   <translation>Conocimiento</translation>
  </message>
  <message>
   <source>Bereaved; outreach waits.</source>
   <translation>Está en duelo; el contacto espera.</translation>
  </message>
  <message>
   <source>Birth date that cannot be read</source>
   <translation>Fecha de nacimiento ilegible</translation>
  </message>
  <message>
   <source>Busy</source>
   <translation>Ocupado</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Llamada</translation>
  </message>
  <message>
   <source>Call screened</source>
   <translation>Llamada filtrada</translation>
  </message>
  <message>
   <source>Called us. Nothing is waiting for an answer.</source>
   <translation>Nos llamó. Nada espera respuesta.</translation>
  </message>
  <message>
   <source>Called us. Open: {0}</source>
   <translation>Nos llamó. Pendiente: {0}</translation>
  </message>
  <message>
   <source>Calling hours never open in all the zones on file.</source>
   <translation>El horario de llamadas nunca coincide en todas las zonas registradas.</translation>
  </message>
  <message>
   <source>Check the network or VPN.</source>
   <translation>Revise la red o la VPN.</translation>
  </message>
  <message>
   <source>Clinical escalation</source>
   <translation>Escalada clínica</translation>
  </message>
  <message>
   <source>Clinical or other details of people, not touchpoints</source>
   <translation>Datos clínicos u otros de personas, no interacciones</translation>
  </message>
  <message>
   <source>Columns stand by position; `widths: {0}` here says where they begin.</source>
   <translation>Las columnas van por posición; `widths: {0}` dice aquí dónde empiezan.</translation>
  </message>
  <message>
   <source>Condition that no playbook asks for</source>
   <translation>Afección que ninguna guía pide</translation>
  </message>
  <message>
   <source>Condition that was refuted</source>
   <translation>Afección descartada</translation>
  </message>
  <message>
   <source>Consent that is neither given nor revoked</source>
   <translation>Consentimiento ni dado ni revocado</translation>
  </message>
  <message>
   <source>Consent that is only proposed</source>
   <translation>Consentimiento solo propuesto</translation>
  </message>
  <message>
   <source>Consent that no longer stands</source>
   <translation>Consentimiento que ya no vale</translation>
  </message>
  <message>
   <source>Consent that permits for a time, a party or some data only</source>
   <translation>Consentimiento que solo permite por un tiempo, a una parte o algunos datos</translation>
  </message>
  <message>
   <source>Consent that was never asked for</source>
   <translation>Consentimiento que nunca se pidió</translation>
  </message>
  <message>
   <source>Consent to something else than outreach</source>
   <translation>Consentimiento para algo distinto del contacto</translation>
  </message>
  <message>
   <source>Contact point of nobody in these files</source>
   <translation>Dato de contacto de nadie en estos archivos</translation>
  </message>
  <message>
   <source>Contact point that is empty</source>
   <translation>Dato de contacto vacío</translation>
  </message>
  <message>
   <source>Conversion</source>
   <translation>Conversión</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>Costo</translation>
  </message>
  <message>
   <source>Could not verify</source>
   <translation>No se pudo verificar</translation>
  </message>
  <message>
   <source>Declined this offer</source>
   <translation>Rechazó esta oferta</translation>
  </message>
  <message>
   <source>Discarded by {0}.</source>
   <translation>Descartado por {0}.</translation>
  </message>
  <message>
   <source>Distrust</source>
   <translation>Desconfianza</translation>
  </message>
  <message>
   <source>Duplicate record</source>
   <translation>Expediente duplicado</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>Correo</translation>
  </message>
  <message>
   <source>Email that is none</source>
   <translation>Correo electrónico que no lo es</translation>
  </message>
  <message>
   <source>Enter the appointment.</source>
   <translation>Anote la cita.</translation>
  </message>
  <message>
   <source>Enter the callback.</source>
   <translation>Anote cuándo volver a llamar.</translation>
  </message>
  <message>
   <source>Enter the promise.</source>
   <translation>Anote la promesa.</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Evento</translation>
  </message>
  <message>
   <source>Every {0} on file is marked wrong.</source>
   <translation>Cada {0} registrado está marcado como equivocado.</translation>
  </message>
  <message>
   <source>Find who it is, or write a new person down first.</source>
   <translation>Busque quién es, o anote antes a una persona nueva.</translation>
  </message>
  <message>
   <source>Flag of the source</source>
   <translation>Marca del origen</translation>
  </message>
  <message>
   <source>Flag that is not about a patient</source>
   <translation>Aviso que no trata de un paciente</translation>
  </message>
  <message>
   <source>General question answered</source>
   <translation>Pregunta respondida</translation>
  </message>
  <message>
   <source>Handed off</source>
   <translation>Derivada</translation>
  </message>
  <message>
   <source>Hang up first.</source>
   <translation>Cuelgue primero.</translation>
  </message>
  <message>
   <source>Has a provider</source>
   <translation>Ya tiene médico</translation>
  </message>
  <message>
   <source>Has not agreed to {0} about care.</source>
   <translation>No ha aceptado {0} sobre su atención.</translation>
  </message>
  <message>
   <source>Has not been asked about {0} on {1}.</source>
   <translation>No se le ha preguntado sobre {0} de {1}.</translation>
  </message>
  <message>
   <source>Household member, message left</source>
   <translation>Familiar en casa, mensaje dejado</translation>
  </message>
  <message>
   <source>Hung up</source>
   <translation>Colgó</translation>
  </message>
  <message>
   <source>Immunization</source>
   <translation>Vacuna</translation>
  </message>
  <message>
   <source>Immunization that was not given</source>
   <translation>Vacuna que no se aplicó</translation>
  </message>
  <message>
   <source>In hospital now; outreach waits.</source>
   <translation>Está en el hospital; el contacto espera.</translation>
  </message>
  <message>
   <source>Information given</source>
   <translation>Información dada</translation>
  </message>
  <message>
   <source>Interested, later</source>
   <translation>Con interés, más tarde</translation>
  </message>
  <message>
   <source>It rang for {0} s and nobody took the call.</source>
   <translation>Timbró {0} s y nadie contestó.</translation>
  </message>
  <message>
   <source>Last heard from {0}.</source>
   <translation>Última señal {0}.</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Queda fuera</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Carta</translation>
  </message>
  <message>
   <source>Logging {0}.</source>
   <translation>Al registrar: {0}.</translation>
  </message>
  <message>
   <source>Login or password is wrong. Try again.</source>
   <translation>El usuario o la contraseña no son correctos. Inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>Lost a pregnancy; outreach waits.</source>
   <translation>Perdió un embarazo; el contacto espera.</translation>
  </message>
  <message>
   <source>Names its person in another table</source>
   <translation>Nombra a su persona en otra tabla</translation>
  </message>
  <message>
   <source>Narrowing a stop needs a reason. Write what the caller said.</source>
   <translation>Para limitar una baja hace falta un motivo. Escriba lo que dijo quien llama.</translation>
  </message>
  <message>
   <source>Neither people nor touchpoints</source>
   <translation>Ni personas ni interacciones</translation>
  </message>
  <message>
   <source>No answer</source>
   <translation>No contesta</translation>
  </message>
  <message>
   <source>No authority: listen, and tell nothing.</source>
   <translation>Sin autoridad: escuche y no informe nada.</translation>
  </message>
  <message>
   <source>No column gives the year. {0} is assumed; the right one goes into the mapping file as `at.year`.</source>
   <translation>Ninguna columna da el año. Se supone {0}; el correcto va en el archivo de asignación como `at.year`.</translation>
  </message>
  <message>
   <source>No column holds names; people come in without.</source>
   <translation>Ninguna columna tiene nombres; las personas entran sin nombre.</translation>
  </message>
  <message>
   <source>No column says who was reached, so every row is taken for somebody of its own. Say which column names the person, if there is one.</source>
   <translation>Ninguna columna dice a quién se contactó, así que cada fila se toma como una persona distinta. Diga qué columna nombra a la persona, si la hay.</translation>
  </message>
  <message>
   <source>No consent to marketing by email.</source>
   <translation>Sin consentimiento para promoción por correo.</translation>
  </message>
  <message>
   <source>No encrypted line could be agreed with the server. Tell your administrator.</source>
   <translation>No se pudo acordar una conexión cifrada con el servidor. Avise a su administrador.</translation>
  </message>
  <message>
   <source>No reply yet.</source>
   <translation>Todavía sin respuesta.</translation>
  </message>
  <message>
   <source>No voicemail left</source>
   <translation>Buzón: sin mensaje</translation>
  </message>
  <message>
   <source>No written consent to marketing {0}.</source>
   <translation>Sin consentimiento escrito para promoción: {0}.</translation>
  </message>
  <message>
   <source>No {0} on file.</source>
   <translation>No hay {0} registrado.</translation>
  </message>
  <message>
   <source>Nobody has this id or MRN. Look the person up by name, number or birth date instead.</source>
   <translation>Nadie tiene este id o MRN. Busque a la persona por nombre, número o fecha de nacimiento.</translation>
  </message>
  <message>
   <source>Nobody is signed in at this desk.</source>
   <translation>Nadie ha iniciado sesión en este puesto.</translation>
  </message>
  <message>
   <source>Nobody on record signs in as {0}. On record are: {1}.</source>
   <translation>Nadie registrado inicia sesión como {0}. Registrados: {1}.</translation>
  </message>
  <message>
   <source>None given</source>
   <translation>No dio motivo</translation>
  </message>
  <message>
   <source>Not all that was rejected could be written to {0} ({1}). What was imported is in the database; name another folder and import once more.</source>
   <translation>No todo lo rechazado se pudo escribir en {0} ({1}). Lo importado está en la base de datos; indique otra carpeta e importe una vez más.</translation>
  </message>
  <message>
   <source>Not done</source>
   <translation>No se hizo</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>No se encontró</translation>
  </message>
  <message>
   <source>Not in service</source>
   <translation>Fuera de servicio</translation>
  </message>
  <message>
   <source>Not needed</source>
   <translation>No lo necesita</translation>
  </message>
  <message>
   <source>Not on file; ask for the document first.</source>
   <translation>No está registrado; pida primero el documento.</translation>
  </message>
  <message>
   <source>Not reached</source>
   <translation>Sin contacto</translation>
  </message>
  <message>
   <source>Not verified yet.</source>
   <translation>Aún sin verificar.</translation>
  </message>
  <message>
   <source>Nothing could be read. {0} ({1}) {2}.</source>
   <translation>No se pudo leer nada. {0} ({1}) {2}.</translation>
  </message>
  <message>
   <source>Nothing is open.</source>
   <translation>No hay nada pendiente.</translation>
  </message>
  <message>
   <source>Nothing is stopped yet: no number is known here. Pick the person first.</source>
   <translation>Aún no se detuvo nada: aquí no se conoce ningún número. Elija antes a la persona.</translation>
  </message>
  <message>
   <source>Nothing is waiting for a call.</source>
   <translation>Nada espera una llamada.</translation>
  </message>
  <message>
   <source>Nothing yet.</source>
   <translation>Todavía nada.</translation>
  </message>
  <message>
   <source>On hold for confidentiality.</source>
   <translation>Retenido por confidencialidad.</translation>
  </message>
  <message>
   <source>On this computer's own database nothing is hidden from you.</source>
   <translation>En la base de datos de esta computadora nada se le oculta.</translation>
  </message>
  <message>
   <source>Only a supervisor can discard an entry. Nothing of it is lost so far.</source>
   <translation>Solo un supervisor puede descartar un registro. Hasta ahora no se perdió nada.</translation>
  </message>
  <message>
   <source>Outside calling hours there; they open {0} at {1}.</source>
   <translation>Allí está fuera del horario de llamadas; abre {0} a las {1}.</translation>
  </message>
  <message>
   <source>Outside calling hours there; they open {0}.</source>
   <translation>Allí está fuera del horario de llamadas; abre {0}.</translation>
  </message>
  <message>
   <source>Outside calling hours; asked for at this time.</source>
   <translation>Fuera del horario de llamadas; pedida para esta hora.</translation>
  </message>
  <message>
   <source>Pamphlet</source>
   <translation>Folleto</translation>
  </message>
  <message>
   <source>Parent of a minor.</source>
   <translation>Padre o madre de un menor.</translation>
  </message>
  <message>
   <source>Patient that is an animal</source>
   <translation>Paciente que es un animal</translation>
  </message>
  <message>
   <source>Person unavailable</source>
   <translation>Persona no disponible</translation>
  </message>
  <message>
   <source>Personal representative, on file.</source>
   <translation>Representante personal, registrado.</translation>
  </message>
  <message>
   <source>Phone number whose digits a spreadsheet took away</source>
   <translation>Teléfono cuyas cifras quitó una hoja de cálculo</translation>
  </message>
  <message>
   <source>Pick a reason.</source>
   <translation>Elija un motivo.</translation>
  </message>
  <message>
   <source>Pick an outcome.</source>
   <translation>Elija un resultado.</translation>
  </message>
  <message>
   <source>Pick what is to be sent.</source>
   <translation>Elija qué se envía.</translation>
  </message>
  <message>
   <source>Portal message</source>
   <translation>Mensaje del portal</translation>
  </message>
  <message>
   <source>Promise</source>
   <translation>Promesa</translation>
  </message>
  <message>
   <source>Proxy without authority</source>
   <translation>Representante sin autorización</translation>
  </message>
  <message>
   <source>Record problem</source>
   <translation>Problema del expediente</translation>
  </message>
  <message>
   <source>Recorded as deceased.</source>
   <translation>Consta como persona fallecida.</translation>
  </message>
  <message>
   <source>Refused to verify</source>
   <translation>No quiso verificarse</translation>
  </message>
  <message>
   <source>Reported deceased</source>
   <translation>Se informó fallecimiento</translation>
  </message>
  <message>
   <source>Reported deceased, not yet confirmed.</source>
   <translation>Fallecimiento informado, aún sin confirmar.</translation>
  </message>
  <message>
   <source>Retention</source>
   <translation>Fidelización</translation>
  </message>
  <message>
   <source>Row that the mapping leaves out</source>
   <translation>Fila que la asignación deja fuera</translation>
  </message>
  <message>
   <source>Say how they belong together, such as daughter.</source>
   <translation>Diga qué relación tienen, por ejemplo hija.</translation>
  </message>
  <message>
   <source>Say in {0} characters or more why you need to see everything; a supervisor will read it.</source>
   <translation>Diga en {0} caracteres o más por qué necesita verlo todo; lo leerá un supervisor.</translation>
  </message>
  <message>
   <source>Say to whom it is handed off.</source>
   <translation>Diga a quién se transfiere.</translation>
  </message>
  <message>
   <source>Say to whom it is to be sent.</source>
   <translation>Diga a quién se envía.</translation>
  </message>
  <message>
   <source>Say what was asked for.</source>
   <translation>Diga qué se pidió.</translation>
  </message>
  <message>
   <source>Say whom the appointment is for.</source>
   <translation>Diga para quién es la cita.</translation>
  </message>
  <message>
   <source>Say whom the call was about.</source>
   <translation>Diga sobre quién fue la llamada.</translation>
  </message>
  <message>
   <source>Say why in {0} letters or more. It stays on record.</source>
   <translation>Diga por qué en {0} letras o más. Queda registrado.</translation>
  </message>
  <message>
   <source>Say why you open this record.</source>
   <translation>Diga por qué abre este expediente.</translation>
  </message>
  <message>
   <source>Several people have this number. Look them up and open the one you mean.</source>
   <translation>Varias personas tienen este número. Búsquelas y abra la que corresponda.</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Iniciar sesión</translation>
  </message>
  <message>
   <source>Single sign-on did not work: there is no valid Kerberos ticket for this login. Sign in to this computer again, or get a ticket (kinit).</source>
   <translation>El inicio de sesión único no funcionó: no hay un tique de Kerberos válido para este usuario. Inicie sesión de nuevo en esta computadora, o pida un tique (kinit).</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>Algo salió mal</translation>
  </message>
  <message>
   <source>Spoke with the person</source>
   <translation>Se habló con la persona</translation>
  </message>
  <message>
   <source>Spoke with the person about a record without verification.</source>
   <translation>Se habló con la persona sobre una ficha sin verificarla.</translation>
  </message>
  <message>
   <source>Spoke, limited</source>
   <translation>Se habló, con límites</translation>
  </message>
  <message>
   <source>Stay on the line. Do not hang up and do not put the caller on hold.</source>
   <translation>Siga en la línea. No cuelgue ni ponga en espera a quien llama.</translation>
  </message>
  <message>
   <source>Symptom checker</source>
   <translation>Verificador de síntomas</translation>
  </message>
  <message>
   <source>System</source>
   <translation>Sistema</translation>
  </message>
  <message>
   <source>Task that is about no patient</source>
   <translation>Tarea que no trata de ningún paciente</translation>
  </message>
  <message>
   <source>Technical failure</source>
   <translation>Falla técnica</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Prueba</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Mensaje de texto</translation>
  </message>
  <message>
   <source>That is too much to look for. Type a name, a number, a birth date or an MRN.</source>
   <translation>Es demasiado para buscar. Escriba un nombre, un número, una fecha de nacimiento o un MRN.</translation>
  </message>
  <message>
   <source>The address could not be kept. The next start asks for it again.</source>
   <translation>La dirección no se pudo guardar. El próximo inicio la pide de nuevo.</translation>
  </message>
  <message>
   <source>The address of the center cannot be removed from the profile folder. Nothing was changed; tell your administrator.</source>
   <translation>La dirección del centro no se puede quitar de la carpeta del perfil. No se cambió nada; avise a su administrador.</translation>
  </message>
  <message>
   <source>The agreement has ended.</source>
   <translation>El acuerdo terminó.</translation>
  </message>
  <message>
   <source>The answer in the guide was “{0}”.</source>
   <translation>La respuesta en la guía fue “{0}”.</translation>
  </message>
  <message>
   <source>The authority is not known yet.</source>
   <translation>La autoridad aún no se conoce.</translation>
  </message>
  <message>
   <source>The authority on file has ended.</source>
   <translation>La autoridad registrada terminó.</translation>
  </message>
  <message>
   <source>The birth date is not understood. Type it like 9 Jun 1974.</source>
   <translation>No se entiende la fecha de nacimiento. Escríbala así: 9 jun 1974.</translation>
  </message>
  <message>
   <source>The call was escalated.</source>
   <translation>La llamada se escaló.</translation>
  </message>
  <message>
   <source>The call was handed off.</source>
   <translation>La llamada se transfirió.</translation>
  </message>
  <message>
   <source>The callback is outside calling hours and was not asked for.</source>
   <translation>La llamada pendiente está fuera del horario de llamadas y no fue pedida.</translation>
  </message>
  <message>
   <source>The caller is not verified yet.</source>
   <translation>Quien llama aún no está verificado.</translation>
  </message>
  <message>
   <source>The clocks go forward over {0} on that day.</source>
   <translation>Ese día el reloj se adelanta y salta las {0}.</translation>
  </message>
  <message>
   <source>The command kind {0} is not known to this release. Update the console.</source>
   <translation>Esta versión no conoce el tipo de orden {0}. Actualice la consola.</translation>
  </message>
  <message>
   <source>The console tries again by itself; if it lasts, tell your administrator.</source>
   <translation>La consola lo intenta de nuevo por sí sola; si dura, avise a su administrador.</translation>
  </message>
  <message>
   <source>The content is no longer in the library.</source>
   <translation>El contenido ya no está en la biblioteca.</translation>
  </message>
  <message>
   <source>The database address has an option or value that is not known.</source>
   <translation>La dirección de la base de datos tiene una opción o un valor desconocidos.</translation>
  </message>
  <message>
   <source>The database address is not a URL. Write sqlite:///FILE or postgresql://HOST/NAME.</source>
   <translation>La dirección de la base de datos no es una URL. Escriba sqlite:///FILE o postgresql://HOST/NAME.</translation>
  </message>
  <message>
   <source>The database could not be copied before its upgrade, so it was left as it is. Free some space and start again.</source>
   <translation>La base de datos no se pudo copiar antes de actualizarla, así que quedó como está. Libere espacio y empiece de nuevo.</translation>
  </message>
  <message>
   <source>The database file cannot be opened for writing. Check the folder's rights, or choose another with --profile.</source>
   <translation>El archivo de la base de datos no se puede abrir para escribir. Revise los permisos de la carpeta, o elija otra con --profile.</translation>
  </message>
  <message>
   <source>The database file is damaged or no database. Restore it from a copy.</source>
   <translation>El archivo de la base de datos está dañado o no es una base de datos. Restáurelo de una copia.</translation>
  </message>
  <message>
   <source>The database is newer than this program. Update the console on this computer.</source>
   <translation>La base de datos es más nueva que este programa. Actualice la consola en esta computadora.</translation>
  </message>
  <message>
   <source>The database is not of this release. Update the console.</source>
   <translation>La base de datos no es de esta versión. Actualice la consola.</translation>
  </message>
  <message>
   <source>The database is of another release</source>
   <translation>La base de datos es de otra versión</translation>
  </message>
  <message>
   <source>The database must be a SQLite file or a PostgreSQL server.</source>
   <translation>La base de datos debe ser un archivo SQLite o un servidor PostgreSQL.</translation>
  </message>
  <message>
   <source>The database refused it ({0}).</source>
   <translation>La base de datos lo rechazó ({0}).</translation>
  </message>
  <message>
   <source>The disk is full or failing. Nothing was changed; free some space.</source>
   <translation>El disco está lleno o falla. No se cambió nada; libere espacio.</translation>
  </message>
  <message>
   <source>The doctor’s own messages on the portal stay.</source>
   <translation>Los mensajes del propio médico en el portal siguen.</translation>
  </message>
  <message>
   <source>The files have changed since, so this import cannot go on where it was. Import them anew: what is in already does not come twice.</source>
   <translation>Los archivos cambiaron desde entonces, así que esta importación no puede seguir donde estaba. Impórtelos de nuevo: lo que ya entró no viene dos veces.</translation>
  </message>
  <message>
   <source>The folder {0} cannot be made ({1}). Choose another with --profile.</source>
   <translation>La carpeta {0} no se puede crear ({1}). Elija otra con --profile.</translation>
  </message>
  <message>
   <source>The format {0} is not known. Use one of: {1}.</source>
   <translation>El formato {0} no se conoce. Use uno de estos: {1}.</translation>
  </message>
  <message>
   <source>The import was cut off. What was brought in stays; import the same files to go on.</source>
   <translation>La importación se cortó. Lo que entró se queda; importe los mismos archivos para continuar.</translation>
  </message>
  <message>
   <source>The key in the keyring is not that of {0}.</source>
   <translation>La llave del llavero no es la de {0}.</translation>
  </message>
  <message>
   <source>The key to this desk's store is lost</source>
   <translation>Se perdió la llave del almacén de este puesto</translation>
  </message>
  <message>
   <source>The key to {0} is not beside it, and its keyring is not to be had here. Start where it is, or move the file aside and have it recovered; what was logged is in it.</source>
   <translation>La llave de {0} no está a su lado, y su llavero no está disponible aquí. Empiece donde esté, o aparte el archivo y haga que lo recuperen; lo registrado está en él.</translation>
  </message>
  <message>
   <source>The key to {0} is not in the keyring any more.</source>
   <translation>La llave de {0} ya no está en el llavero.</translation>
  </message>
  <message>
   <source>The keyring of this computer does not answer. Unlock it and try again; nothing was changed.</source>
   <translation>El llavero de esta computadora no responde. Desbloquéelo e inténtelo de nuevo; no se cambió nada.</translation>
  </message>
  <message>
   <source>The keyring of this computer is locked. Unlock it, or type your password here.</source>
   <translation>El llavero de esta computadora está bloqueado. Desbloquéelo, o escriba aquí su contraseña.</translation>
  </message>
  <message>
   <source>The keyring that holds this desk's key is locked. Unlock it and start again; what was logged is safe in the profile.</source>
   <translation>El llavero que guarda la llave de este puesto está bloqueado. Desbloquéelo y empiece de nuevo; lo registrado está a salvo en el perfil.</translation>
  </message>
  <message>
   <source>The last day is not understood. Type it like 31 Dec 2026.</source>
   <translation>No se entiende el último día. Escríbalo así: 31 dic 2026.</translation>
  </message>
  <message>
   <source>The line was open for {0} s, and no step of the guide was taken.</source>
   <translation>La línea estuvo abierta {0} s y no se dio ningún paso de la guía.</translation>
  </message>
  <message>
   <source>The mapping could not be kept in {0} ({1}). What was imported is in the database.</source>
   <translation>La asignación no se pudo conservar en {0} ({1}). Lo importado está en la base de datos.</translation>
  </message>
  <message>
   <source>The mapping could not be saved as {0} ({1}). Choose another place.</source>
   <translation>La asignación no se pudo guardar como {0} ({1}). Elija otro lugar.</translation>
  </message>
  <message>
   <source>The new password is the old one. Nothing was changed.</source>
   <translation>La contraseña nueva es la anterior. No se cambió nada.</translation>
  </message>
  <message>
   <source>The new password needs {0} characters or more. Nothing was changed.</source>
   <translation>La contraseña nueva necesita {0} caracteres o más. No se cambió nada.</translation>
  </message>
  <message>
   <source>The notes say “{0}”, and nothing was stopped.</source>
   <translation>Las notas dicen “{0}” y no se detuvo nada.</translation>
  </message>
  <message>
   <source>The organization's CA file cannot be read on this computer. Tell your administrator.</source>
   <translation>El archivo de la CA de la organización no se puede leer en esta computadora. Avise a su administrador.</translation>
  </message>
  <message>
   <source>The person asked us to stop.</source>
   <translation>La persona pidió la baja.</translation>
  </message>
  <message>
   <source>The profile folder {0} cannot be written to ({1}). Choose another with --profile.</source>
   <translation>No se puede escribir en la carpeta del perfil {0} ({1}). Elija otra con --profile.</translation>
  </message>
  <message>
   <source>The server asks for another way to sign in than this computer is set up for. Tell your administrator.</source>
   <translation>El servidor pide otra forma de iniciar sesión que la configurada en esta computadora. Avise a su administrador.</translation>
  </message>
  <message>
   <source>The server asks for your password.</source>
   <translation>El servidor pide su contraseña.</translation>
  </message>
  <message>
   <source>The server cannot serve now</source>
   <translation>El servidor no puede atender ahora</translation>
  </message>
  <message>
   <source>The server did not change the password. The old one is still good.</source>
   <translation>El servidor no cambió la contraseña. La anterior sigue valiendo.</translation>
  </message>
  <message>
   <source>The server does not answer.</source>
   <translation>El servidor no responde.</translation>
  </message>
  <message>
   <source>The server does not answer. Check the network or VPN.</source>
   <translation>El servidor no responde. Revise la red o la VPN.</translation>
  </message>
  <message>
   <source>The server does not answer: its computer does, but no database runs there. Tell your administrator.</source>
   <translation>El servidor no responde: su computadora sí, pero allí no funciona ninguna base de datos. Avise a su administrador.</translation>
  </message>
  <message>
   <source>The server does not let this login in from this computer, or asks for a certificate. Tell your administrator.</source>
   <translation>El servidor no deja entrar a este usuario desde esta computadora, o pide un certificado. Avise a su administrador.</translation>
  </message>
  <message>
   <source>The server does not let you in</source>
   <translation>El servidor no le deja entrar</translation>
  </message>
  <message>
   <source>The server has no database of this name. Check the database address.</source>
   <translation>El servidor no tiene ninguna base de datos con este nombre. Revise la dirección de la base de datos.</translation>
  </message>
  <message>
   <source>The server has no room for more connections.</source>
   <translation>El servidor no admite más conexiones.</translation>
  </message>
  <message>
   <source>The server is a standby and takes no changes now.</source>
   <translation>El servidor es de reserva y ahora no acepta cambios.</translation>
  </message>
  <message>
   <source>The server is not trusted</source>
   <translation>El servidor no es de confianza</translation>
  </message>
  <message>
   <source>The server is starting up or shutting down.</source>
   <translation>El servidor está arrancando o apagándose.</translation>
  </message>
  <message>
   <source>The server offers no encrypted line, so nothing was sent to it. Tell your administrator.</source>
   <translation>El servidor no ofrece una conexión cifrada, así que no se le envió nada. Avise a su administrador.</translation>
  </message>
  <message>
   <source>The server went away during the import. What was brought in stays; once it is back, import the same files to go on.</source>
   <translation>El servidor se fue durante la importación. Lo que entró se queda; cuando vuelva, importe los mismos archivos para continuar.</translation>
  </message>
  <message>
   <source>The server's certificate has run out by this computer's clock, which says {0}. If that is wrong, set the clock; else tell your administrator.</source>
   <translation>El certificado del servidor ha caducado según el reloj de esta computadora, que marca {0}. Si está mal, ajuste el reloj; si no, avise a su administrador.</translation>
  </message>
  <message>
   <source>The server's certificate is for another name, so nothing was sent to it. Check the database address, or tell your administrator.</source>
   <translation>El certificado del servidor es para otro nombre, así que no se le envió nada. Revise la dirección de la base de datos o avise a su administrador.</translation>
  </message>
  <message>
   <source>The server's certificate is not from your organization, so nothing was sent to it. Tell your administrator at once.</source>
   <translation>El certificado del servidor no es de su organización, así que no se le envió nada. Avise enseguida a su administrador.</translation>
  </message>
  <message>
   <source>The server's certificate is not valid yet by this computer's clock, which says {0}. If that is wrong, set the clock; else tell your administrator.</source>
   <translation>El certificado del servidor aún no es válido según el reloj de esta computadora, que marca {0}. Si está mal, ajuste el reloj; si no, avise a su administrador.</translation>
  </message>
  <message>
   <source>The shared database cannot be reached</source>
   <translation>No se puede acceder a la base de datos compartida</translation>
  </message>
  <message>
   <source>The table has no header, so what its columns hold is told by their values.</source>
   <translation>La tabla no tiene encabezado; lo que contienen sus columnas se deduce de sus valores.</translation>
  </message>
  <message>
   <source>The text holds a character that cannot be kept (U+0000). Delete it and type it again.</source>
   <translation>El texto contiene un carácter que no se puede guardar (U+0000). Bórrelo y escríbalo de nuevo.</translation>
  </message>
  <message>
   <source>The text holds half a character, which cannot be kept. Delete it and type it again.</source>
   <translation>El texto contiene medio carácter, que no se puede guardar. Bórrelo y escríbalo de nuevo.</translation>
  </message>
  <message>
   <source>The upgrade would lose records. Nothing was changed.</source>
   <translation>La actualización perdería registros. No se cambió nada.</translation>
  </message>
  <message>
   <source>The workstation file is damaged, and {0} cannot be written ({1}). Free some space and start again; the file is left as it is.</source>
   <translation>El archivo del puesto está dañado, y {0} no se puede escribir ({1}). Libere espacio y empiece de nuevo; el archivo queda como está.</translation>
  </message>
  <message>
   <source>The workstation file {0} cannot be read nor renamed ({1}). Move it aside by hand and start again; unsent calls may be in it.</source>
   <translation>El archivo del puesto {0} no se puede leer ni renombrar ({1}). Apártelo a mano y empiece de nuevo; puede contener llamadas sin enviar.</translation>
  </message>
  <message>
   <source>The workstation file {0} cannot be read, and unsent calls may be in it. Start the console, which saves what can be read; until then the file is left as it is.</source>
   <translation>El archivo del puesto {0} no se puede leer, y puede contener llamadas sin enviar. Inicie la consola, que salva lo que se pueda leer; hasta entonces el archivo queda como está.</translation>
  </message>
  <message>
   <source>The zone of this person is not known.</source>
   <translation>No se conoce la zona de esta persona.</translation>
  </message>
  <message>
   <source>There is no computer of the server's name on this network. Check the network or VPN, then the database address.</source>
   <translation>No hay en esta red ninguna computadora con el nombre del servidor. Revise la red o la VPN, y después la dirección de la base de datos.</translation>
  </message>
  <message>
   <source>There is no file or folder {0}.</source>
   <translation>No existe el archivo o la carpeta {0}.</translation>
  </message>
  <message>
   <source>There is no file to read there.</source>
   <translation>Allí no hay ningún archivo que leer.</translation>
  </message>
  <message>
   <source>There is no file {0}.</source>
   <translation>No existe el archivo {0}.</translation>
  </message>
  <message>
   <source>There is no such day.</source>
   <translation>Ese día no existe.</translation>
  </message>
  <message>
   <source>There is no such import on record.</source>
   <translation>Esa importación no consta.</translation>
  </message>
  <message>
   <source>There is no such time of day.</source>
   <translation>Esa hora no existe.</translation>
  </message>
  <message>
   <source>This birth date lies in the future. Check the year.</source>
   <translation>La fecha está en el futuro. Revise el año.</translation>
  </message>
  <message>
   <source>This call is not on record any more. Refresh the list.</source>
   <translation>Esta llamada ya no consta. Actualice la lista.</translation>
  </message>
  <message>
   <source>This cannot be read</source>
   <translation>Esto no se puede leer</translation>
  </message>
  <message>
   <source>This computer cannot do that now</source>
   <translation>Esta computadora no puede hacer eso ahora</translation>
  </message>
  <message>
   <source>This computer cannot write to {0} ({1}). Nothing was imported; make room there and begin again.</source>
   <translation>Esta computadora no puede escribir en {0} ({1}). No se importó nada; haga sitio allí y empiece de nuevo.</translation>
  </message>
  <message>
   <source>This computer has no keyring that keeps passwords safe (Credential Manager, Keychain, GNOME Keyring or KWallet), so nothing was kept. You will be asked again at the next start.</source>
   <translation>Esta computadora no tiene un llavero que guarde contraseñas de forma segura (Credential Manager, Keychain, GNOME Keyring o KWallet), así que no se guardó nada. Se le preguntará de nuevo en el próximo inicio.</translation>
  </message>
  <message>
   <source>This computer has no keyring, so the key to the calls kept here lies beside them: whoever copies the profile folder can read them. Encrypt the disk, or install a keyring.</source>
   <translation>Esta computadora no tiene llavero, así que la llave de las llamadas guardadas aquí está junto a ellas: quien copie la carpeta del perfil puede leerlas. Cifre el disco, o instale un llavero.</translation>
  </message>
  <message>
   <source>This computer's own certificate is missing, cannot be read or was not accepted. Tell your administrator.</source>
   <translation>El certificado de esta computadora falta, no se puede leer o no fue aceptado. Avise a su administrador.</translation>
  </message>
  <message>
   <source>This desk's store was damaged. {0} rows were saved, {1} could not be read. The damaged file is {2}: give it to your administrator.</source>
   <translation>El almacén de este puesto estaba dañado. Se salvaron {0} filas, {1} no se pudieron leer. El archivo dañado es {2}: entréguelo a su administrador.</translation>
  </message>
  <message>
   <source>This entry is no call that could be opened again. Ask your supervisor.</source>
   <translation>Este registro no es una llamada que se pueda reabrir. Consulte a su supervisor.</translation>
  </message>
  <message>
   <source>This entry is not on record any more. Close it and open the person again.</source>
   <translation>Esta entrada ya no está registrada. Ciérrela y vuelva a abrir a la persona.</translation>
  </message>
  <message>
   <source>This entry waits no more. Open the list again.</source>
   <translation>Este registro ya no espera. Abra la lista de nuevo.</translation>
  </message>
  <message>
   <source>This entry's id stands in the shared database with other content.</source>
   <translation>El id de este registro está en la base de datos compartida con otro contenido.</translation>
  </message>
  <message>
   <source>This field is not to be corrected.</source>
   <translation>Este campo no se corrige.</translation>
  </message>
  <message>
   <source>This id was used at this desk for something else already.</source>
   <translation>Este id ya se usó en este puesto para otra cosa.</translation>
  </message>
  <message>
   <source>This import was undone already.</source>
   <translation>Esta importación ya se deshizo.</translation>
  </message>
  <message>
   <source>This is more than a year ahead.</source>
   <translation>Falta más de un año.</translation>
  </message>
  <message>
   <source>This is no address. Leave with Esc, and add it as one of its own.</source>
   <translation>Esto no es una dirección. Salga con Esc y añádala aparte.</translation>
  </message>
  <message>
   <source>This is no email. Leave with Esc, and add it as one of its own.</source>
   <translation>Esto no es un correo electrónico. Salga con Esc y añádalo aparte.</translation>
  </message>
  <message>
   <source>This is no phone number. Leave with Esc, and add it as one of its own.</source>
   <translation>Esto no es un teléfono. Salga con Esc y añádalo aparte.</translation>
  </message>
  <message>
   <source>This is not a date. Write “24 mar”, “3/24/2024”, “mar 2024”, “last tue” or “earliest”.</source>
   <translation>Esto no es una fecha. Escriba «24 mar», «3/24/2024», «mar 2024», «last tue» o «earliest».</translation>
  </message>
  <message>
   <source>This is not a time. Write “tue 9:30”, “24 nov 14:00” or “+2d”.</source>
   <translation>Esto no es una hora. Escriba “mar 9:30”, “24 nov 14:00” o “+2d”.</translation>
  </message>
  <message>
   <source>This is not the server to send to</source>
   <translation>Este no es el servidor al que se envía</translation>
  </message>
  <message>
   <source>This is on record already, and in force.</source>
   <translation>Esto ya está registrado y vigente.</translation>
  </message>
  <message>
   <source>This is on record already, but retired. Bring it back instead.</source>
   <translation>Esto ya está registrado, pero retirado. Restablézcalo.</translation>
  </message>
  <message>
   <source>This is on record already.</source>
   <translation>Esto ya está registrado.</translation>
  </message>
  <message>
   <source>This is the only contact allowed. Take the mark “confidential” away first.</source>
   <translation>Este es el único contacto permitido. Quite antes la marca “confidencial”.</translation>
  </message>
  <message>
   <source>This person is not on record. Look the name or number up again.</source>
   <translation>Esta persona no está registrada. Busque de nuevo el nombre o el número.</translation>
  </message>
  <message>
   <source>This profile is open in another console (process {0}). Use that one, or close it first.</source>
   <translation>Este perfil está abierto en otra consola (proceso {0}). Use esa, o ciérrela antes.</translation>
  </message>
  <message>
   <source>This record was opened too long ago. Open it again.</source>
   <translation>Este expediente se abrió hace demasiado tiempo. Ábralo de nuevo.</translation>
  </message>
  <message>
   <source>This relationship has ended meanwhile. Open the record again.</source>
   <translation>Esta relación terminó entretanto. Abra el expediente de nuevo.</translation>
  </message>
  <message>
   <source>This time has passed.</source>
   <translation>Esta hora ya pasó.</translation>
  </message>
  <message>
   <source>This {0} is marked wrong.</source>
   <translation>Este {0} está marcado como equivocado.</translation>
  </message>
  <message>
   <source>Thoughts of harming oneself: “You can talk to somebody right now. Call or text 988.” Stay until somebody is with the caller.</source>
   <translation>Ideas de hacerse daño: “Puede hablar con alguien ahora mismo. Llame o escriba al 988.” Siga hasta que alguien acompañe a quien llama.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Tiempo</translation>
  </message>
  <message>
   <source>Transferred</source>
   <translation>Transferida</translation>
  </message>
  <message>
   <source>Trouble breathing, chest pain, signs of a stroke, a faint, heavy bleeding: “Please call 911 now, or I call for you. I stay with you.”</source>
   <translation>Dificultad para respirar, dolor de pecho, señales de derrame cerebral, desmayo, sangrado abundante: “Por favor, llame al 911 ahora, o llamo yo por usted. Sigo con usted.”</translation>
  </message>
  <message>
   <source>Try again in a minute.</source>
   <translation>Inténtelo de nuevo en un minuto.</translation>
  </message>
  <message>
   <source>Type a phone number, an email or an address.</source>
   <translation>Escriba un teléfono, un correo electrónico o una dirección.</translation>
  </message>
  <message>
   <source>Unfinished</source>
   <translation>Sin terminar</translation>
  </message>
  <message>
   <source>Verified: may speak for the person.</source>
   <translation>Verificado: puede hablar por la persona.</translation>
  </message>
  <message>
   <source>Verified: speaks for himself or herself.</source>
   <translation>Verificado: habla por sí mismo.</translation>
  </message>
  <message>
   <source>Verify the person, or pick another outcome.</source>
   <translation>Verifique a la persona o elija otro resultado.</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visita</translation>
  </message>
  <message>
   <source>Voicemail left</source>
   <translation>Buzón: mensaje dejado</translation>
  </message>
  <message>
   <source>We said that we call back.</source>
   <translation>Dijimos que devolveríamos la llamada.</translation>
  </message>
  <message>
   <source>We said that we call back: {0}</source>
   <translation>Dijimos que devolveríamos la llamada: {0}</translation>
  </message>
  <message>
   <source>Web form</source>
   <translation>Formulario web</translation>
  </message>
  <message>
   <source>Web page</source>
   <translation>Página web</translation>
  </message>
  <message>
   <source>What is to be sent is no longer in the library.</source>
   <translation>Lo que se iba a enviar ya no está en la biblioteca.</translation>
  </message>
  <message>
   <source>What was said did not match in {0} tries.</source>
   <translation>Lo que se dijo no coincidió en {0} intentos.</translation>
  </message>
  <message>
   <source>What you ask us for is still answered.</source>
   <translation>Lo que usted nos pida se sigue respondiendo.</translation>
  </message>
  <message>
   <source>What you log is kept here and sent later.</source>
   <translation>Lo que registre se guarda aquí y se envía después.</translation>
  </message>
  <message>
   <source>Will call our main number</source>
   <translation>Llamará a nuestro número principal</translation>
  </message>
  <message>
   <source>Worklist</source>
   <translation>Lista</translation>
  </message>
  <message>
   <source>Worklist {0}, attempt {1} of {2}.</source>
   <translation>Lista {0}, intento {1} de {2}.</translation>
  </message>
  <message>
   <source>Worklist {0}.</source>
   <translation>Lista {0}.</translation>
  </message>
  <message>
   <source>Wrap-up timed out</source>
   <translation>Cierre vencido</translation>
  </message>
  <message>
   <source>Write a note.</source>
   <translation>Escriba una nota.</translation>
  </message>
  <message>
   <source>Write the address as HOST/NAME, as your administrator gave it.</source>
   <translation>Escriba la dirección como HOST/NAME, tal como la dio su administrador.</translation>
  </message>
  <message>
   <source>Write the complaint down.</source>
   <translation>Anote la queja.</translation>
  </message>
  <message>
   <source>Written authorization, on file.</source>
   <translation>Autorización escrita, registrada.</translation>
  </message>
  <message>
   <source>Wrong number</source>
   <translation>Número equivocado</translation>
  </message>
  <message>
   <source>Your computer's clock says {0}, which is before the day this desk last worked. Set the clock, then try again.</source>
   <translation>El reloj de su computadora marca {0}, anterior al último día en que trabajó este puesto. Ajuste el reloj e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>Your login does not have the right to do that. Ask your administrator.</source>
   <translation>Su usuario no tiene derecho a hacer eso. Consulte a su administrador.</translation>
  </message>
  <message>
   <source>Your login does not have the right to this record. Ask a supervisor.</source>
   <translation>Su usuario no tiene derecho a este expediente. Consulte a un supervisor.</translation>
  </message>
  <message>
   <source>Your login has been switched off. Ask your administrator.</source>
   <translation>Su usuario fue desactivado. Consulte a su administrador.</translation>
  </message>
  <message>
   <source>Your login has no right to use this database. Ask your administrator.</source>
   <translation>Su usuario no tiene derecho a usar esta base de datos. Consulte a su administrador.</translation>
  </message>
  <message>
   <source>Your password has expired. Ask your administrator for a new one.</source>
   <translation>Su contraseña ha caducado. Pida una nueva a su administrador.</translation>
  </message>
  <message>
   <source>Your role here has ended. Ask your administrator.</source>
   <translation>Su función aquí ha terminado. Consulte a su administrador.</translation>
  </message>
  <message>
   <source>and the rest are missing: the file {0}</source>
   <translation>y el resto faltan: el archivo {0}</translation>
  </message>
  <message>
   <source>and the rest are missing: the workbook is damaged here</source>
   <translation>y el resto faltan: el libro de cálculo está dañado aquí</translation>
  </message>
  <message>
   <source>belongs to a rejected row</source>
   <translation>pertenece a una fila rechazada</translation>
  </message>
  <message>
   <source>by text</source>
   <translation>por mensaje de texto</translation>
  </message>
  <message>
   <source>callback</source>
   <translation>llamada pendiente</translation>
  </message>
  <message>
   <source>calls</source>
   <translation>llamadas</translation>
  </message>
  <message>
   <source>cannot be opened ({0})</source>
   <translation>no se puede abrir ({0})</translation>
  </message>
  <message>
   <source>cannot be read from this disk</source>
   <translation>no se puede leer de este disco</translation>
  </message>
  <message>
   <source>care</source>
   <translation>atención</translation>
  </message>
  <message>
   <source>closes the {0}</source>
   <translation>cierra la {0}</translation>
  </message>
  <message>
   <source>closes the {0} due {1}</source>
   <translation>cierra la {0} para {1}</translation>
  </message>
  <message>
   <source>closes the {0} of {1}</source>
   <translation>cierra la {0} de {1}</translation>
  </message>
  <message>
   <source>complaint</source>
   <translation>queja</translation>
  </message>
  <message>
   <source>day first</source>
   <translation>primero el día</translation>
  </message>
  <message>
   <source>does not name a touchpoint and a person</source>
   <translation>no nombra una interacción y una persona</translation>
  </message>
  <message>
   <source>does not name two people</source>
   <translation>no nombra a dos personas</translation>
  </message>
  <message>
   <source>eight</source>
   <translation>ocho</translation>
  </message>
  <message>
   <source>eleven</source>
   <translation>once</translation>
  </message>
  <message>
   <source>email</source>
   <translation>correo</translation>
  </message>
  <message>
   <source>email address</source>
   <translation>correo</translation>
  </message>
  <message>
   <source>ends in the middle of its compressed data</source>
   <translation>termina en medio de sus datos comprimidos</translation>
  </message>
  <message>
   <source>entry {0}</source>
   <translation>entrada {0}</translation>
  </message>
  <message>
   <source>file</source>
   <translation>archivo</translation>
  </message>
  <message>
   <source>fits no table of the mapping; add it there, or leave the file out</source>
   <translation>no encaja en ninguna tabla de la asignación; añádala allí, o deje fuera el archivo</translation>
  </message>
  <message>
   <source>five</source>
   <translation>cinco</translation>
  </message>
  <message>
   <source>four</source>
   <translation>cuatro</translation>
  </message>
  <message>
   <source>hand off</source>
   <translation>derivación</translation>
  </message>
  <message>
   <source>has a quotation mark that is never closed</source>
   <translation>tiene unas comillas que no se cierran</translation>
  </message>
  <message>
   <source>has an id in {0} whose last digits a spreadsheet took away</source>
   <translation>tiene en {0} un id al que una hoja de cálculo quitó las últimas cifras</translation>
  </message>
  <message>
   <source>has more than {0} cells</source>
   <translation>tiene más de {0} celdas</translation>
  </message>
  <message>
   <source>has no date, so it has no place in the ledger</source>
   <translation>no tiene fecha, así que no tiene lugar en el registro de consentimientos</translation>
  </message>
  <message>
   <source>has no date, so it has no place on a timeline</source>
   <translation>no tiene fecha, así que no tiene lugar en un historial</translation>
  </message>
  <message>
   <source>has no name</source>
   <translation>no tiene nombre</translation>
  </message>
  <message>
   <source>has no resourceType, so it is no FHIR resource</source>
   <translation>no tiene resourceType, así que no es un recurso FHIR</translation>
  </message>
  <message>
   <source>has {0} cells, and the header {1}</source>
   <translation>tiene {0} celdas, y el encabezado {1}</translation>
  </message>
  <message>
   <source>holds Bundles nested too deeply</source>
   <translation>contiene Bundles anidados demasiado hondo</translation>
  </message>
  <message>
   <source>holds a number with thousands of digits</source>
   <translation>contiene un número de miles de cifras</translation>
  </message>
  <message>
   <source>holds all outreach until the death is confirmed</source>
   <translation>detiene todo contacto hasta que se confirme el fallecimiento</translation>
  </message>
  <message>
   <source>holds bytes that are no text</source>
   <translation>contiene bytes que no son texto</translation>
  </message>
  <message>
   <source>holds bytes that are no text of its encoding</source>
   <translation>contiene bytes que no son texto de su codificación</translation>
  </message>
  <message>
   <source>holds bytes that are not UTF-8 text</source>
   <translation>contiene bytes que no son texto UTF-8</translation>
  </message>
  <message>
   <source>holds nothing but narrative, which is not read</source>
   <translation>solo contiene texto narrativo, que no se lee</translation>
  </message>
  <message>
   <source>holds nothing readable so far; the rest was not read</source>
   <translation>no contiene nada legible hasta aquí; el resto no se leyó</translation>
  </message>
  <message>
   <source>holds one document larger than {0} MB; export it as ndjson</source>
   <translation>contiene un documento de más de {0} MB; expórtelo como ndjson</translation>
  </message>
  <message>
   <source>holds one document of more values than can be read at once; export it as ndjson</source>
   <translation>contiene un documento con más valores de los que se pueden leer de una vez; expórtelo como ndjson</translation>
  </message>
  <message>
   <source>holds outreach</source>
   <translation>detiene el contacto</translation>
  </message>
  <message>
   <source>holds outreach while the complaint is open</source>
   <translation>detiene el contacto mientras la queja esté abierta</translation>
  </message>
  <message>
   <source>inquiry</source>
   <translation>consulta</translation>
  </message>
  <message>
   <source>is HL7 version 2, which is not read as FHIR</source>
   <translation>es HL7 versión 2, que no se lee como FHIR</translation>
  </message>
  <message>
   <source>is JSON; import it with --format fhir</source>
   <translation>es JSON; impórtelo con --format fhir</translation>
  </message>
  <message>
   <source>is XML; FHIR is read as JSON</source>
   <translation>es XML; FHIR se lee como JSON</translation>
  </message>
  <message>
   <source>is XML; save it as .xlsx or CSV</source>
   <translation>es XML; guárdelo como .xlsx o CSV</translation>
  </message>
  <message>
   <source>is a Bundle whose entries are no list</source>
   <translation>es un Bundle cuyas entradas no son una lista</translation>
  </message>
  <message>
   <source>is a PDF document</source>
   <translation>es un documento PDF</translation>
  </message>
  <message>
   <source>is a ZIP archive; unpack it first</source>
   <translation>es un archivo ZIP; descomprímalo primero</translation>
  </message>
  <message>
   <source>is a damaged web page; save it as .xlsx or CSV</source>
   <translation>es una página web dañada; guárdela como .xlsx o CSV</translation>
  </message>
  <message>
   <source>is a damaged workbook; open and save it again, or save it as CSV</source>
   <translation>es un libro de cálculo dañado; ábralo y guárdelo de nuevo, o guárdelo como CSV</translation>
  </message>
  <message>
   <source>is a database file</source>
   <translation>es un archivo de base de datos</translation>
  </message>
  <message>
   <source>is a web page</source>
   <translation>es una página web</translation>
  </message>
  <message>
   <source>is a workbook of an old kind (.xls); save it as .xlsx or CSV</source>
   <translation>es un libro de cálculo antiguo (.xls); guárdelo como .xlsx o CSV</translation>
  </message>
  <message>
   <source>is a workbook that is protected or packed in an unknown way</source>
   <translation>es un libro de cálculo protegido o empaquetado de forma desconocida</translation>
  </message>
  <message>
   <source>is a workbook that was compressed again; unpack it first</source>
   <translation>es un libro de cálculo comprimido otra vez; descomprímalo primero</translation>
  </message>
  <message>
   <source>is a workbook with too much text; save it as CSV</source>
   <translation>es un libro de cálculo con demasiado texto; guárdelo como CSV</translation>
  </message>
  <message>
   <source>is about a {0}, not a patient</source>
   <translation>trata de {0}, no de un paciente</translation>
  </message>
  <message>
   <source>is an empty ZIP archive</source>
   <translation>es un archivo ZIP vacío</translation>
  </message>
  <message>
   <source>is compressed twice; unpack it once</source>
   <translation>está comprimido dos veces; descomprímalo una vez</translation>
  </message>
  <message>
   <source>is compressed with bzip2; unpack it first</source>
   <translation>está comprimido con bzip2; descomprímalo primero</translation>
  </message>
  <message>
   <source>is compressed with xz; unpack it first</source>
   <translation>está comprimido con xz; descomprímalo primero</translation>
  </message>
  <message>
   <source>is damaged: its compressed data cannot be unpacked</source>
   <translation>está dañado: sus datos comprimidos no se pueden descomprimir</translation>
  </message>
  <message>
   <source>is empty</source>
   <translation>está vacío</translation>
  </message>
  <message>
   <source>is longer than {0} MB</source>
   <translation>pasa de {0} MB</translation>
  </message>
  <message>
   <source>is neither FHIR (JSON) nor a table</source>
   <translation>no es FHIR (JSON) ni una tabla</translation>
  </message>
  <message>
   <source>is neither text nor a workbook, or is damaged; export it again as CSV</source>
   <translation>no es texto ni un libro de cálculo, o está dañado; expórtelo de nuevo como CSV</translation>
  </message>
  <message>
   <source>is nested too deeply</source>
   <translation>está anidado demasiado hondo</translation>
  </message>
  <message>
   <source>is no entry of a Bundle</source>
   <translation>no es una entrada de un Bundle</translation>
  </message>
  <message>
   <source>is no regular file</source>
   <translation>no es un archivo normal</translation>
  </message>
  <message>
   <source>is no resource but another JSON value</source>
   <translation>no es un recurso, sino otro valor JSON</translation>
  </message>
  <message>
   <source>is not JSON</source>
   <translation>no es JSON</translation>
  </message>
  <message>
   <source>is not JSON ({0})</source>
   <translation>no es JSON ({0})</translation>
  </message>
  <message>
   <source>is not JSON ({0}, character {1})</source>
   <translation>no es JSON ({0}, carácter {1})</translation>
  </message>
  <message>
   <source>its id belongs to somebody else, with another name and birth date; if the file comes from another system, import it with a mapping that names its source</source>
   <translation>su id pertenece a otra persona, con otro nombre y otra fecha de nacimiento; si el archivo viene de otro sistema, impórtelo con una asignación que nombre su origen</translation>
  </message>
  <message>
   <source>its patient is not on record, nor in these files</source>
   <translation>su paciente no está registrado ni en estos archivos</translation>
  </message>
  <message>
   <source>its practitioner is not on record, nor in these files</source>
   <translation>su profesional no está registrado ni en estos archivos</translation>
  </message>
  <message>
   <source>keeps the promise</source>
   <translation>cumple la promesa</translation>
  </message>
  <message>
   <source>keeps the promise due {0}</source>
   <translation>cumple la promesa para {0}</translation>
  </message>
  <message>
   <source>keeps the promise of {0}</source>
   <translation>cumple la promesa de {0}</translation>
  </message>
  <message>
   <source>line {0}</source>
   <translation>línea {0}</translation>
  </message>
  <message>
   <source>mail</source>
   <translation>cartas</translation>
  </message>
  <message>
   <source>marketing</source>
   <translation>promoción</translation>
  </message>
  <message>
   <source>marks {0} wrong</source>
   <translation>marca {0} como equivocado</translation>
  </message>
  <message>
   <source>month first</source>
   <translation>primero el mes</translation>
  </message>
  <message>
   <source>more than {0} rows say different things under its id</source>
   <translation>más de {0} filas dicen cosas distintas con su id</translation>
  </message>
  <message>
   <source>moves {0} from {1} to {2}</source>
   <translation>pasa {0} de {1} a {2}</translation>
  </message>
  <message>
   <source>names no patient</source>
   <translation>no nombra a ningún paciente</translation>
  </message>
  <message>
   <source>names no person</source>
   <translation>no nombra a ninguna persona</translation>
  </message>
  <message>
   <source>names no practitioner</source>
   <translation>no nombra a ningún profesional</translation>
  </message>
  <message>
   <source>names nobody</source>
   <translation>no nombra a nadie</translation>
  </message>
  <message>
   <source>nine</source>
   <translation>nueve</translation>
  </message>
  <message>
   <source>on {0}</source>
   <comment>a day</comment>
   <translation>el {0}</translation>
  </message>
  <message>
   <source>one</source>
   <translation>un</translation>
  </message>
  <message>
   <source>phone number</source>
   <translation>teléfono</translation>
  </message>
  <message>
   <source>portal messages</source>
   <translation>mensajes del portal</translation>
  </message>
  <message>
   <source>promise</source>
   <translation>promesa</translation>
  </message>
  <message>
   <source>row {0}</source>
   <translation>fila {0}</translation>
  </message>
  <message>
   <source>runs over its columns; a mapping can say how wide they are (`widths:`)</source>
   <translation>se sale de sus columnas; una asignación puede decir su ancho (`widths:`)</translation>
  </message>
  <message>
   <source>seven</source>
   <translation>siete</translation>
  </message>
  <message>
   <source>six</source>
   <translation>seis</translation>
  </message>
  <message>
   <source>ten</source>
   <translation>diez</translation>
  </message>
  <message>
   <source>texts</source>
   <translation>mensajes de texto</translation>
  </message>
  <message>
   <source>this person was erased here; take the record out at its source, too</source>
   <translation>esta persona fue borrada aquí; quite también el expediente en su origen</translation>
  </message>
  <message>
   <source>three</source>
   <translation>tres</translation>
  </message>
  <message>
   <source>today</source>
   <translation>hoy</translation>
  </message>
  <message>
   <source>tomorrow</source>
   <translation>mañana</translation>
  </message>
  <message>
   <source>twelve</source>
   <translation>doce</translation>
  </message>
  <message>
   <source>two</source>
   <translation>dos</translation>
  </message>
  <message>
   <source>unmet need</source>
   <translation>necesidad sin oferta</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>ayer</translation>
  </message>
  <message>
   <source>zero</source>
   <translation>cero</translation>
  </message>
  <message>
   <source>{0} It did not arrive.</source>
   <translation>{0} No llegó.</translation>
  </message>
  <message>
   <source>{0} This call keeps it.</source>
   <translation>{0} Esta llamada lo cumple.</translation>
  </message>
  <message>
   <source>{0} agreed</source>
   <translation>aceptó {0}</translation>
  </message>
  <message>
   <source>{0} cannot be read ({1}).</source>
   <translation>No se puede leer {0} ({1}).</translation>
  </message>
  <message>
   <source>{0} cannot be written ({1}). Free some space and start again.</source>
   <translation>No se puede escribir {0} ({1}). Libere espacio y empiece de nuevo.</translation>
  </message>
  <message>
   <source>{0} entered in error</source>
   <translation>{0} anotado por error</translation>
  </message>
  <message>
   <source>{0} entries are</source>
   <translation>{0} registros están</translation>
  </message>
  <message>
   <source>{0} has both `delimiter:` and `widths:`. Keep one of them.</source>
   <translation>{0} tiene `delimiter:` y `widths:` a la vez. Deje uno de los dos.</translation>
  </message>
  <message>
   <source>{0} has no `match:`, the columns by which it is known.</source>
   <translation>{0} no tiene `match:`, las columnas por las que se reconoce.</translation>
  </message>
  <message>
   <source>{0} has no column {1}, which the mapping names. Correct the mapping; a dry run without it shows the columns.</source>
   <translation>{0} no tiene la columna {1}, que la asignación nombra. Corrija la asignación; un ensayo sin ella muestra las columnas.</translation>
  </message>
  <message>
   <source>{0} has the columns of the mapping, but is not written as its {1} says. Correct that, or leave it out; then the file itself tells.</source>
   <translation>{0} tiene las columnas de la asignación, pero no está escrito como dice su {1}. Corríjalo, o quítelo; entonces decide el propio archivo.</translation>
  </message>
  <message>
   <source>{0} in {1} {2}. Taken as {3}; say so if it is the other way.</source>
   <translation>{0} en {1} {2}. Se toma como {3}; dígalo si es al revés.</translation>
  </message>
  <message>
   <source>{0} is a standby, and no primary answers.</source>
   <translation>{0} es de reserva, y ningún servidor principal responde.</translation>
  </message>
  <message>
   <source>{0} is an old primary (timeline {1}; {2} is known). Nothing is sent there; what you log is kept here.</source>
   <translation>{0} es un servidor principal antiguo (línea {1}; se conoce la {2}). No se envía nada allí; lo que registre se guarda aquí.</translation>
  </message>
  <message>
   <source>{0} is no list of `field: column` lines.</source>
   <translation>{0} no es una lista de líneas `field: column`.</translation>
  </message>
  <message>
   <source>{0} is no list of `field: value` lines.</source>
   <translation>{0} no es una lista de líneas `field: value`.</translation>
  </message>
  <message>
   <source>{0} is no mapping: it has no list of `tables:`.</source>
   <translation>{0} no es una asignación: no tiene la lista `tables:`.</translation>
  </message>
  <message>
   <source>{0} is taken for the answer to what was offered: yes is 'Information given', no is 'Declined this offer'. Say so if they mean other outcomes.</source>
   <translation>{0} se toma como respuesta a lo ofrecido: sí es “Información dada”, no es “Rechazó esta oferta”. Dígalo si significan otros resultados.</translation>
  </message>
  <message>
   <source>{0} is taken for the first name and {1} for the last name. Turn them round if it is the other way.</source>
   <translation>{0} se toma como nombre y {1} como apellido. Inviértalos si es al revés.</translation>
  </message>
  <message>
   <source>{0} messages, the last {1}.</source>
   <translation>{0} mensajes, el último {1}.</translation>
  </message>
  <message>
   <source>{0} not on the server yet, and this computer keeps nothing after you sign out. Wait until it is sent, or call your administrator.</source>
   <translation>{0} sin llegar al servidor, y esta computadora no conserva nada después de cerrar la sesión. Espere a que se envíe, o llame a su administrador.</translation>
  </message>
  <message>
   <source>{0} says neither what its rows become nor why they are `left_out:`.</source>
   <translation>{0} no dice qué son sus filas ni por qué quedan fuera (`left_out:`).</translation>
  </message>
  <message>
   <source>{0} statements to read</source>
   <translation>Faltan {0} textos por leer</translation>
  </message>
  <message>
   <source>{0} was never sealed for a recovery key, or cannot be read at all.</source>
   <translation>{0} nunca se selló para una llave de recuperación, o no se puede leer en absoluto.</translation>
  </message>
  <message>
   <source>{0} {1} contacts in {2}; the cap is {3}.</source>
   <translation>{0} contactos ({1}) en {2}; el límite es {3}.</translation>
  </message>
  <message>
   <source>{0}, answered</source>
   <translation>{0}: respondido</translation>
  </message>
  <message>
   <source>{0}, arrived</source>
   <translation>{0}: llegó</translation>
  </message>
  <message>
   <source>{0}, attended</source>
   <translation>{0}: asistió</translation>
  </message>
  <message>
   <source>{0}, due {1} by {2}.</source>
   <translation>{0}, para {1} a las {2}.</translation>
  </message>
  <message>
   <source>{0}, finished</source>
   <translation>{0}: terminado</translation>
  </message>
  <message>
   <source>{0}, link clicked</source>
   <translation>{0}: enlace abierto</translation>
  </message>
  <message>
   <source>{0}, only: give columns with the values that are taken.</source>
   <translation>{0}, only: dé las columnas con los valores que se toman.</translation>
  </message>
  <message>
   <source>{0}, opened</source>
   <translation>{0}: abierto</translation>
  </message>
  <message>
   <source>{0}, or say why not.</source>
   <translation>{0}, o diga por qué no.</translation>
  </message>
  <message>
   <source>{0}, read</source>
   <translation>{0}: leído</translation>
  </message>
  <message>
   <source>{0}, sent in</source>
   <translation>{0}: enviado</translation>
  </message>
  <message>
   <source>{0}, the last {1}.</source>
   <translation>{0}; el último {1}.</translation>
  </message>
  <message>
   <source>{0}, values: give each word with what it means.</source>
   <translation>{0}, values: dé cada palabra con lo que significa.</translation>
  </message>
  <message>
   <source>{0}, was due {1} by {2}.</source>
   <translation>{0}, era para {1} a las {2}.</translation>
  </message>
  <message>
   <source>{0}: `dates:` is mdy (month first) or dmy (day first).</source>
   <translation>{0}: `dates:` es mdy (primero el mes) o dmy (primero el día).</translation>
  </message>
  <message>
   <source>{0}: `delimiter:` is one character, or one of: {1}.</source>
   <translation>{0}: `delimiter:` es un carácter, o uno de estos: {1}.</translation>
  </message>
  <message>
   <source>{0}: `encoding:` is none that is known. Use a name such as utf-8, utf-16, cp1252 (Windows), cp850 or cp437 (DOS).</source>
   <translation>{0}: `encoding:` no es ninguna conocida. Use un nombre como utf-8, utf-16, cp1252 (Windows), cp850 o cp437 (DOS).</translation>
  </message>
  <message>
   <source>{0}: `widths:` is a list like [8, 20, 10], the characters of each column with the blanks behind it.</source>
   <translation>{0}: `widths:` es una lista como [8, 20, 10], los caracteres de cada columna con los espacios que la siguen.</translation>
  </message>
  <message>
   <source>{0}: there is no `{1}`. Use one of: {2}.</source>
   <translation>{0}: no existe `{1}`. Use uno de estos: {2}.</translation>
  </message>
  <message>
   <source>{0}: there is no field `{1}`. See docs/tables.md for the list.</source>
   <translation>{0}: no existe el campo `{1}`. La lista está en docs/tables.md.</translation>
  </message>
  <message>
   <source>{0}; then {1}</source>
   <translation>{0}; después {1}</translation>
  </message>
  <message>
   <source>“{0}” after {1} min on the line.</source>
   <translation>“{0}” tras {1} min en la línea.</translation>
  </message>
  <message>
   <source>“{0}” without an appointment.</source>
   <translation>“{0}” sin una cita.</translation>
  </message>
  <message>
   <source>“{0}”, and nobody took the call.</source>
   <translation>“{0}”, y nadie contestó la llamada.</translation>
  </message>
 </context>
 <context>
  <name>sections</name>
  <message>
   <source>Call path</source>
   <translation>Curso de la llamada</translation>
  </message>
  <message>
   <source>Effects</source>
   <translation>Efectos</translation>
  </message>
  <message>
   <source>Journey</source>
   <translation>Recorrido</translation>
  </message>
  <message>
   <source>No reason given.</source>
   <translation>No se dio motivo.</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message>
   <source>Nothing was on record.</source>
   <translation>No había nada registrado.</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Script</source>
   <translation>Guion</translation>
  </message>
  <message>
   <source>Statement missed: rep’s reason</source>
   <translation>Declaración omitida: motivo del agente</translation>
  </message>
  <message>
   <source>Timeline as it was then</source>
   <translation>El historial como era entonces</translation>
  </message>
  <message>
   <source>Verified</source>
   <translation>Verificado</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>y %n más</numerusform>
    <numerusform>y %n más</numerusform>
   </translation>
  </message>
  <message>
   <source>{0} (amended)</source>
   <translation>{0} (enmendado)</translation>
  </message>
  <message>
   <source>{0}, version {1}</source>
   <translation>{0}, versión {1}</translation>
  </message>
 </context>
 <context>
  <name>stuck</name>
  <message>
   <source>Call amended {0}</source>
   <translation>Llamada enmendada {0}</translation>
  </message>
  <message>
   <source>Call logged {0}</source>
   <translation>Llamada registrada {0}</translation>
  </message>
  <message>
   <source>Changed meanwhile</source>
   <translation>Cambió entretanto</translation>
  </message>
  <message>
   <source>Conflict</source>
   <translation>Conflicto</translation>
  </message>
  <message>
   <source>Contact added {0}</source>
   <translation>Dato de contacto agregado {0}</translation>
  </message>
  <message>
   <source>Contact retired {0}</source>
   <translation>Dato de contacto retirado {0}</translation>
  </message>
  <message>
   <source>Correction {0}</source>
   <translation>Corrección {0}</translation>
  </message>
  <message>
   <source>Entry discarded {0}</source>
   <translation>Entrada descartada {0}</translation>
  </message>
  <message>
   <source>Entry of {0}</source>
   <translation>Entrada de {0}</translation>
  </message>
  <message>
   <source>For your administrator: {0}</source>
   <translation>Para su administrador: {0}</translation>
  </message>
  <message>
   <source>If both calls took place, log yours as one of its own. Else a supervisor discards it.</source>
   <translation>Si ambas llamadas ocurrieron, registre la suya aparte. Si no, un supervisor la descarta.</translation>
  </message>
  <message>
   <source>It is safe here, and goes by itself once the cause is gone.</source>
   <translation>Está a salvo aquí, y se envía solo cuando desaparezca la causa.</translation>
  </message>
  <message>
   <source>New person {0}</source>
   <translation>Persona nueva {0}</translation>
  </message>
  <message>
   <source>On record: {0}</source>
   <translation>Registrado: {0}</translation>
  </message>
  <message>
   <source>On record: {0}, since {1}</source>
   <translation>Registrado: {0}, desde {1}</translation>
  </message>
  <message>
   <source>Only {0} can read and correct it. It can be tried again, or discarded.</source>
   <translation>Solo {0} puede leerlo y corregirlo. Se puede intentar de nuevo o descartar.</translation>
  </message>
  <message>
   <source>Open task closed {0}</source>
   <translation>Pendiente cerrado {0}</translation>
  </message>
  <message>
   <source>Open the call, correct it (often the notes), and log it again.</source>
   <translation>Abra la llamada, corríjala (a menudo las notas) y regístrela de nuevo.</translation>
  </message>
  <message>
   <source>Publication {0}</source>
   <translation>Publicación {0}</translation>
  </message>
  <message>
   <source>Ready or break {0}</source>
   <translation>Disponible o pausa {0}</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Rechazado</translation>
  </message>
  <message>
   <source>Relationship added {0}</source>
   <translation>Relación agregada {0}</translation>
  </message>
  <message>
   <source>Something else is on record in its place. That stands; yours is safe here only.</source>
   <translation>Hay otra cosa registrada en su lugar. Esa queda; lo suyo está a salvo solo aquí.</translation>
  </message>
  <message>
   <source>Stop request {0}</source>
   <translation>Solicitud de baja {0}</translation>
  </message>
  <message>
   <source>Stop taken back {0}</source>
   <translation>Baja retirada {0}</translation>
  </message>
  <message>
   <source>The shared database took nothing of it. It is safe on this computer only.</source>
   <translation>La base de datos compartida no tomó nada de esto. Está a salvo solo en esta computadora.</translation>
  </message>
  <message>
   <source>This was changed before yours arrived. Nothing was overwritten.</source>
   <translation>Esto cambió antes de que llegara lo suyo. No se sobrescribió nada.</translation>
  </message>
  <message>
   <source>Try it again. If it comes back, tell your supervisor.</source>
   <translation>Intente de nuevo. Si vuelve a pasar, avise a su supervisor.</translation>
  </message>
  <message>
   <source>Waits</source>
   <translation>Espera</translation>
  </message>
  <message>
   <source>Yours: {0}</source>
   <translation>Suyo: {0}</translation>
  </message>
  <message>
   <source>{0} changed this before yours arrived. Nothing was overwritten.</source>
   <translation>{0} cambió esto antes de que llegara lo suyo. No se sobrescribió nada.</translation>
  </message>
 </context>
 <context>
  <name>text</name>
  <message numerus="yes">
   <source>%n days</source>
   <translation>
    <numerusform>%n día</numerusform>
    <numerusform>%n días</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n days late</source>
   <translation>
    <numerusform>%n día de atraso</numerusform>
    <numerusform>%n días de atraso</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n months</source>
   <translation>
    <numerusform>%n mes</numerusform>
    <numerusform>%n meses</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n years</source>
   <translation>
    <numerusform>%n año</numerusform>
    <numerusform>%n años</numerusform>
   </translation>
  </message>
  <message>
   <source>1 day</source>
   <translation>1 día</translation>
  </message>
  <message>
   <source>1 day late</source>
   <translation>1 día de atraso</translation>
  </message>
  <message>
   <source>1 month</source>
   <translation>1 mes</translation>
  </message>
  <message>
   <source>1 year</source>
   <translation>1 año</translation>
  </message>
  <message>
   <source>Alaska</source>
   <translation>Alaska</translation>
  </message>
  <message>
   <source>Arizona</source>
   <translation>Arizona</translation>
  </message>
  <message>
   <source>Booked for {0}</source>
   <translation>Reservada para {0}</translation>
  </message>
  <message>
   <source>Central</source>
   <translation>Centro</translation>
  </message>
  <message>
   <source>Eastern</source>
   <translation>Este</translation>
  </message>
  <message>
   <source>Hawaii</source>
   <translation>Hawái</translation>
  </message>
  <message>
   <source>Mountain</source>
   <translation>Montaña</translation>
  </message>
  <message>
   <source>Pacific</source>
   <translation>Pacífico</translation>
  </message>
  <message>
   <source>Queued for {0}</source>
   <translation>En cola para {0}</translation>
  </message>
  <message>
   <source>Today, {0}</source>
   <translation>Hoy, {0}</translation>
  </message>
  <message>
   <source>Yesterday, {0}</source>
   <translation>Ayer, {0}</translation>
  </message>
  <message>
   <source>d MMM</source>
   <comment>a day of this year, in Qt's date format</comment>
   <translation>d MMM</translation>
  </message>
  <message>
   <source>d MMM yyyy</source>
   <comment>a day, in Qt's date format</comment>
   <translation>d MMM yyyy</translation>
  </message>
  <message>
   <source>ddd d MMM</source>
   <comment>a day of this year, in Qt's date format</comment>
   <translation>ddd d MMM</translation>
  </message>
  <message>
   <source>ddd d MMM yyyy</source>
   <comment>a day, in Qt's date format</comment>
   <translation>ddd d MMM yyyy</translation>
  </message>
  <message>
   <source>due {0}</source>
   <translation>para {0}</translation>
  </message>
  <message>
   <source>today</source>
   <translation>hoy</translation>
  </message>
  <message>
   <source>today {0}</source>
   <translation>hoy {0}</translation>
  </message>
  <message>
   <source>tomorrow {0}</source>
   <translation>mañana {0}</translation>
  </message>
  <message>
   <source>yesterday {0}</source>
   <translation>ayer {0}</translation>
  </message>
  <message>
   <source>{0} and {1}</source>
   <translation>{0} y {1}</translation>
  </message>
  <message>
   <source>{0} d</source>
   <comment>days</comment>
   <translation>{0} d</translation>
  </message>
  <message>
   <source>{0} h late</source>
   <translation>{0} h de atraso</translation>
  </message>
  <message>
   <source>{0} h {1} min</source>
   <translation>{0} h {1} min</translation>
  </message>
  <message>
   <source>{0} min late</source>
   <translation>{0} min de atraso</translation>
  </message>
  <message>
   <source>{0} min {1} s</source>
   <translation>{0} min {1} s</translation>
  </message>
  <message>
   <source>{0} mo</source>
   <comment>months</comment>
   <translation>{0} m</translation>
  </message>
  <message>
   <source>{0} s</source>
   <translation>{0} s</translation>
  </message>
  <message>
   <source>{0} y</source>
   <comment>years</comment>
   <translation>{0} a</translation>
  </message>
  <message>
   <source>{0}, {1}</source>
   <comment>day, time</comment>
   <translation>{0}, {1}</translation>
  </message>
 </context>
 <context>
  <name>told</name>
  <message>
   <source>Answered</source>
   <translation>Atendida</translation>
  </message>
  <message>
   <source>By</source>
   <translation>De</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Llamada</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>Contenido</translation>
  </message>
  <message>
   <source>Corrected</source>
   <translation>Corregido</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importación</translation>
  </message>
  <message>
   <source>Journey</source>
   <translation>Recorrido</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Línea</translation>
  </message>
  <message>
   <source>Logged</source>
   <translation>Registrado</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Número</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>En espera</translation>
  </message>
  <message>
   <source>On record</source>
   <translation>En el registro</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Resultado</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lugar</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Recibido</translation>
  </message>
  <message>
   <source>Script</source>
   <translation>Guion</translation>
  </message>
  <message>
   <source>Script answers</source>
   <translation>Respuestas del guion</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Taken back by {0}: {1}</source>
   <translation>Anulado por {0}: {1}</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Texto</translation>
  </message>
  <message>
   <source>Verified</source>
   <translation>Verificación</translation>
  </message>
  <message>
   <source>Was logged as {0} by {1}, {2}</source>
   <translation>{1} lo registró como {0}, {2}</translation>
  </message>
  <message>
   <source>Way</source>
   <translation>Vía</translation>
  </message>
  <message>
   <source>What became of it</source>
   <translation>Qué ocurrió después</translation>
  </message>
  <message>
   <source>What was agreed</source>
   <translation>Lo acordado</translation>
  </message>
  <message>
   <source>With</source>
   <translation>Con</translation>
  </message>
  <message>
   <source>nobody answered</source>
   <translation>nadie contestó</translation>
  </message>
  <message>
   <source>version {0}</source>
   <translation>versión {0}</translation>
  </message>
  <message>
   <source>{0} (taken back: {1})</source>
   <translation>{0} (anulado: {1})</translation>
  </message>
  <message>
   <source>{0} by {1}</source>
   <comment>day and time, who</comment>
   <translation>{0}, por {1}</translation>
  </message>
  <message>
   <source>{0} by {1}: {2}</source>
   <comment>day and time, who, files</comment>
   <translation>{0}, por {1}: {2}</translation>
  </message>
  <message>
   <source>{0} to {1}</source>
   <comment>time, time</comment>
   <translation>de {0} a {1}</translation>
  </message>
  <message>
   <source>{0}, version {1}</source>
   <translation>{0}, versión {1}</translation>
  </message>
  <message>
   <source>{0}, {1} time</source>
   <comment>day and time, zone</comment>
   <translation>{0}, hora {1}</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <comment>what happened: more of it</comment>
   <translation>{0}: {1}</translation>
  </message>
 </context>
 <context>
  <name>when</name>
  <message>
   <source>{0} {1}</source>
   <comment>day and time, zone</comment>
   <translation>{0}, zona {1}</translation>
  </message>
  <message>
   <source>{0} · {1} your time</source>
   <translation>{0} · para usted {1}</translation>
  </message>
 </context>
 <context>
  <name>wording</name>
  <message>
   <source>Appointment</source>
   <translation>Cita</translation>
  </message>
  <message>
   <source>Audit seals</source>
   <translation>Sellos de auditoría</translation>
  </message>
  <message>
   <source>Average handle time</source>
   <translation>Tiempo medio</translation>
  </message>
  <message>
   <source>Booked</source>
   <translation>Citas</translation>
  </message>
  <message>
   <source>Callback</source>
   <translation>Volver a llamar</translation>
  </message>
  <message>
   <source>Complaint</source>
   <translation>Queja</translation>
  </message>
  <message>
   <source>Contact rate</source>
   <translation>Contacto</translation>
  </message>
  <message>
   <source>Emergency access: {0}</source>
   <translation>Acceso de emergencia: {0}</translation>
  </message>
  <message>
   <source>Hand-off</source>
   <translation>Transferencia</translation>
  </message>
  <message>
   <source>Hold</source>
   <translation>Fidelización</translation>
  </message>
  <message>
   <source>In</source>
   <comment>an incoming call</comment>
   <translation>Ent.</translation>
  </message>
  <message>
   <source>Journey</source>
   <translation>Recorrido</translation>
  </message>
  <message>
   <source>Journey states</source>
   <translation>Etapas del recorrido</translation>
  </message>
  <message>
   <source>Many at once: {0}</source>
   <translation>Muchos a la vez: {0}</translation>
  </message>
  <message>
   <source>Named like somebody who works here</source>
   <translation>Se llama como alguien que trabaja aquí</translation>
  </message>
  <message>
   <source>No appointment</source>
   <translation>Sin cita</translation>
  </message>
  <message>
   <source>No call was logged; opened {0}</source>
   <translation>No se registró llamada; se abrió {0}</translation>
  </message>
  <message>
   <source>Nobody on record</source>
   <translation>Nadie registrado</translation>
  </message>
  <message>
   <source>Opt-in</source>
   <translation>Alta</translation>
  </message>
  <message>
   <source>Out</source>
   <comment>an outgoing call</comment>
   <translation>Sal.</translation>
  </message>
  <message>
   <source>Promise</source>
   <translation>Promesa</translation>
  </message>
  <message>
   <source>Read aloud: {0}</source>
   <translation>Leído en voz alta: {0}</translation>
  </message>
  <message>
   <source>Required statement not read</source>
   <translation>Declaración obligatoria no leída</translation>
  </message>
  <message>
   <source>Right-party contact</source>
   <translation>Con la persona</translation>
  </message>
  <message>
   <source>Second contact</source>
   <translation>Segundo contacto</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Envío</translation>
  </message>
  <message>
   <source>Statement missed</source>
   <translation>Declaración omitida</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Baja</translation>
  </message>
  <message>
   <source>The rep’s family name and address: perhaps a relative</source>
   <translation>El apellido y la dirección del agente: quizás un familiar</translation>
  </message>
  <message>
   <source>The rep’s own name: perhaps the rep’s own record</source>
   <translation>El nombre del agente: quizás su propia ficha</translation>
  </message>
  <message>
   <source>Unmet need</source>
   <translation>Necesidad sin oferta</translation>
  </message>
  <message>
   <source>by search</source>
   <translation>por búsqueda</translation>
  </message>
  <message>
   <source>for a call</source>
   <translation>por una llamada</translation>
  </message>
  <message>
   <source>for a callback</source>
   <translation>por una llamada pendiente</translation>
  </message>
  <message>
   <source>not verified</source>
   <translation>sin verificar</translation>
  </message>
  <message>
   <source>patient</source>
   <translation>paciente</translation>
  </message>
  <message>
   <source>proxy</source>
   <translation>representante</translation>
  </message>
  <message>
   <source>third party</source>
   <translation>tercero</translation>
  </message>
  <message>
   <source>{0} of {1} attempts</source>
   <translation>{0} de {1} intentos</translation>
  </message>
  <message>
   <source>{0} of {1} right-party contacts</source>
   <translation>{0} de {1} con la persona</translation>
  </message>
  <message>
   <source>{0} opened {1}</source>
   <translation>{0} abrió {1}</translation>
  </message>
  <message>
   <source>{0}: {1} min old</source>
   <translation>{0}: de hace {1} min</translation>
  </message>
 </context>
 <context>
  <name>words</name>
  <message>
   <source>Acceptance</source>
   <translation>Aceptación</translation>
  </message>
  <message>
   <source>Acquisition</source>
   <translation>Captación</translation>
  </message>
  <message>
   <source>Agrees now</source>
   <translation>Acepta ahora</translation>
  </message>
  <message>
   <source>Agrees on the line</source>
   <translation>Acepta en la línea</translation>
  </message>
  <message>
   <source>Appointment</source>
   <translation>Cita</translation>
  </message>
  <message>
   <source>Arabic</source>
   <translation>Árabe</translation>
  </message>
  <message>
   <source>Authorization</source>
   <translation>Autorización</translation>
  </message>
  <message>
   <source>Awareness</source>
   <translation>Conocimiento</translation>
  </message>
  <message>
   <source>Bereaved</source>
   <translation>En duelo</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Llamada</translation>
  </message>
  <message>
   <source>Calls</source>
   <translation>Llamadas</translation>
  </message>
  <message>
   <source>Care</source>
   <translation>Atención</translation>
  </message>
  <message>
   <source>Care plan</source>
   <translation>Plan de atención</translation>
  </message>
  <message>
   <source>Care team</source>
   <translation>Equipo de atención</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>Chino</translation>
  </message>
  <message>
   <source>Complaint open</source>
   <translation>Queja abierta</translation>
  </message>
  <message>
   <source>Condition</source>
   <translation>Afección</translation>
  </message>
  <message>
   <source>Confidentiality</source>
   <translation>Confidencialidad</translation>
  </message>
  <message>
   <source>Conversion</source>
   <translation>Conversión</translation>
  </message>
  <message>
   <source>Court or guardian</source>
   <translation>Tribunal o tutor</translation>
  </message>
  <message>
   <source>Coverage</source>
   <translation>Cobertura</translation>
  </message>
  <message>
   <source>Deceased</source>
   <translation>Persona fallecida</translation>
  </message>
  <message>
   <source>Email</source>
   <translation>Correo</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Inglés</translation>
  </message>
  <message>
   <source>Episode of care</source>
   <translation>Episodio de atención</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Evento</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>Eventos</translation>
  </message>
  <message>
   <source>Flag</source>
   <translation>Aviso</translation>
  </message>
  <message>
   <source>French</source>
   <translation>Francés</translation>
  </message>
  <message>
   <source>Guardian</source>
   <translation>Tutor</translation>
  </message>
  <message>
   <source>Immunization</source>
   <translation>Vacuna</translation>
  </message>
  <message>
   <source>In hospital</source>
   <translation>En el hospital</translation>
  </message>
  <message>
   <source>Inbound</source>
   <translation>Entrante</translation>
  </message>
  <message>
   <source>Incoming call</source>
   <translation>Llamada entrante</translation>
  </message>
  <message>
   <source>Legal hold</source>
   <translation>Retención legal</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Carta</translation>
  </message>
  <message>
   <source>MRN</source>
   <translation>MRN</translation>
  </message>
  <message>
   <source>Mail</source>
   <translation>Carta</translation>
  </message>
  <message>
   <source>None</source>
   <comment>no authority to speak for another</comment>
   <translation>Ninguna</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Orden</translation>
  </message>
  <message>
   <source>Outbound</source>
   <translation>Saliente</translation>
  </message>
  <message>
   <source>Outgoing call</source>
   <translation>Llamada saliente</translation>
  </message>
  <message>
   <source>Pamphlet</source>
   <translation>Folleto</translation>
  </message>
  <message>
   <source>Personal representative</source>
   <translation>Representante personal</translation>
  </message>
  <message>
   <source>Portal</source>
   <translation>Portal</translation>
  </message>
  <message>
   <source>Portal message</source>
   <translation>Mensaje del portal</translation>
  </message>
  <message>
   <source>Pregnancy loss</source>
   <translation>Pérdida del embarazo</translation>
  </message>
  <message>
   <source>Referral</source>
   <translation>Derivación</translation>
  </message>
  <message>
   <source>Representative</source>
   <translation>Representante</translation>
  </message>
  <message>
   <source>Retention</source>
   <translation>Fidelización</translation>
  </message>
  <message>
   <source>Russian</source>
   <translation>Ruso</translation>
  </message>
  <message>
   <source>Somali</source>
   <translation>Somalí</translation>
  </message>
  <message>
   <source>Spanish</source>
   <translation>Español</translation>
  </message>
  <message>
   <source>Symptom checker</source>
   <translation>Verificador de síntomas</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Tarea</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Mensaje de texto</translation>
  </message>
  <message>
   <source>Texts</source>
   <translation>Mensajes</translation>
  </message>
  <message>
   <source>Touchpoint</source>
   <translation>Interacción</translation>
  </message>
  <message>
   <source>Vietnamese</source>
   <translation>Vietnamita</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Visita</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Visitas</translation>
  </message>
  <message>
   <source>Web</source>
   <translation>Web</translation>
  </message>
  <message>
   <source>Web form</source>
   <translation>Formulario web</translation>
  </message>
  <message>
   <source>Web page</source>
   <translation>Página web</translation>
  </message>
  <message>
   <source>Written authorization</source>
   <translation>Autorización escrita</translation>
  </message>
  <message>
   <source>ZIP</source>
   <translation>código postal</translation>
  </message>
  <message>
   <source>address</source>
   <translation>dirección</translation>
  </message>
  <message>
   <source>birth date</source>
   <translation>fecha de nacimiento</translation>
  </message>
  <message>
   <source>by {0}</source>
   <translation>por {0}</translation>
  </message>
  <message>
   <source>email</source>
   <translation>correo</translation>
  </message>
  <message>
   <source>end of the phone</source>
   <translation>final del teléfono</translation>
  </message>
  <message>
   <source>name</source>
   <translation>nombre</translation>
  </message>
  <message>
   <source>phone</source>
   <translation>teléfono</translation>
  </message>
 </context>
</TS>
